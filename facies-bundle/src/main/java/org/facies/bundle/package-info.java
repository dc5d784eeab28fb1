/**
 * Trained models in one file: {@code Bundle} opens and checks it, {@code BundleMaker} makes it from a run, {@code
 * BundleFile} is {@code bundle.json}. {@code Predictor} applies a bundle, and {@code PredictionRecords} describes its
 * answers. Imports core, {@code org.facies.predict}, {@code align}, {@code model}, {@code onnx}, {@code workspace} and
 * {@code sign}. Start with {@code Bundle}.
 */
package org.facies.bundle;
