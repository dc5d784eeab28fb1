/**
 * The page about children whom a model was shown: photos with numbered faces, crops, answers. Imports
 * {@code org.facies.result} and {@code org.facies.report.text}. Start with {@code PredictionPage}.
 */
package org.facies.report.prediction;
