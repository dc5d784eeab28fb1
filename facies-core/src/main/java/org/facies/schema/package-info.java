/**
 * Records as JSON. A record type is described once ({@code Shape}); from that description values are written, read
 * strictly with every defect named, and documented as JSON Schema. Imports {@code input} and, for scalars of YAML,
 * {@code file}. Start with {@link org.facies.schema.RecordFormat}.
 */
package org.facies.schema;
