/** The case files of the specification, and the folder of documents that other people wrote. */
package io.stowage.ecs.model.spec;
