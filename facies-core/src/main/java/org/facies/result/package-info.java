/**
 * The files that a run writes, as records: each is written and read by the same class. Imports {@code statistic}. Start with
 * {@code AuditReport}.
 */
package org.facies.result;
