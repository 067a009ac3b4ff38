/**
 * Validation reports in the forms that people, build servers and code scanning read. Start at
 * {@link io.stowage.ecs.validation.report.ReportFormat}.
 */
@NullMarked
package io.stowage.ecs.validation.report;

import org.jspecify.annotations.NullMarked;
