package io.stowage.ecs.model.network;

/**
 * A pattern of a listener rule: {@code *} stands for any characters, {@code ?} for one. Letter case counts. {@code /} alone matches
 * only {@code /}: what is to serve everything is {@code /*} or the default rule.
 *
 * @param text the pattern
 */
public record PathPattern(String text) {
    /**
     * Whether a path matches as a whole.
     *
     * @param path the path of a request, with its leading slash
     * @return true if it does
     */
    public boolean matches(String path) {
        int at = 0;
        int in = 0;
        int star = -1;
        int mark = 0;
        // Going back to the last star alone is enough, and keeps the time at most pattern times path.
        while (in < path.length()) {
            if (at < text.length() && text.charAt(at) == '*') {
                star = at++;
                mark = in;
            } else if (at < text.length() && (text.charAt(at) == '?' || text.charAt(at) == path.charAt(in))) {
                at++;
                in++;
            } else if (star >= 0) {
                at = star + 1;
                in = ++mark;
            } else {
                return false;
            }
        }
        while (at < text.length() && text.charAt(at) == '*') {
            at++;
        }
        return at == text.length();
    }
}
