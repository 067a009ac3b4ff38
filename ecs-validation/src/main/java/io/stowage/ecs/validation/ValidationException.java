package io.stowage.ecs.validation;

/** A configuration was to be used that has errors or could not be judged. The message lists all findings and problems. */
public final class ValidationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ValidationReport report;

    ValidationException(ValidationReport report) {
        super(report.toString());
        this.report = report;
    }

    /**
     * The report that has the errors.
     *
     * @return all findings, also those that are no errors
     */
    public ValidationReport report() {
        return report;
    }
}
