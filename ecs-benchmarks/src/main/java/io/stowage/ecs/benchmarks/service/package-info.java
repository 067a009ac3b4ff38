/** What it costs to simulate services. */
@NullMarked
package io.stowage.ecs.benchmarks.service;

import org.jspecify.annotations.NullMarked;
