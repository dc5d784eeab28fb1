/**
 * CSV files with a header. {@link org.facies.table.CsvTable} reads strictly and reports all defects together; {@link
 * org.facies.table.CsvFile} writes atomically. Imports {@code input} and {@code file}. Start with {@code CsvTable}.
 */
package org.facies.table;
