/**
 * The page with the answers of a model for children: photos with numbered faces, crops and answers. Imports
 * {@code org.facies.result} and {@code org.facies.report.text}. Start with {@code PredictionPage}.
 */
package org.facies.report.prediction;
