/** How numbers and words are written in a report. Imports the JDK only. Start with {@code Numbers}. */
package org.facies.report.text;
