package io.stowage.ecs.model.internal;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Generates the builder of a record of the model. Withers, getters and the static factory method are left out: they would
 * double the code of 160 builders and say nothing that {@code toBuilder()} does not.
 */
@RecordBuilder.Template(
        options =
                @RecordBuilder.Options(
                        enableWither = false,
                        enableGetters = false,
                        addStaticBuilder = false,
                        nullableAnnotationClass = "org.jspecify.annotations.Nullable"))
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.TYPE)
public @interface WithBuilder {}
