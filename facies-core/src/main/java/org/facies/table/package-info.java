/**
 * CSV files with a header, read strictly and with every defect named ({@link org.facies.table.CsvTable}), written
 * atomically ({@link org.facies.table.CsvFile}). Imports {@code input} and {@code file}. Start with {@code CsvTable}.
 */
package org.facies.table;
