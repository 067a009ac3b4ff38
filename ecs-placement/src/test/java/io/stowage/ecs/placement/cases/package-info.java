/** The cases of the reference on services, each one run. */
package io.stowage.ecs.placement.cases;
