/**
 * Results as sentences and tables that fit the terminal. Imports the results that they show. Start with
 * {@link org.facies.cli.table.TextTable}.
 */
package org.facies.cli.table;
