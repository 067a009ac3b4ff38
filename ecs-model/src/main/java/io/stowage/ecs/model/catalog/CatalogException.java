package io.stowage.ecs.model.catalog;

/** A reference that leads to no usable task definition. */
public final class CatalogException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final CatalogError error;

    CatalogException(CatalogError error, String message) {
        super(message);
        this.error = error;
    }

    /**
     * What is wrong.
     *
     * @return never null
     */
    public CatalogError error() {
        return error;
    }
}
