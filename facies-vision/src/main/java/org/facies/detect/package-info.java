/**
 * Finds faces in a picture and points in a face: RetinaFace and a 68-point network on ONNX Runtime. The networks come
 * in as bytes; where they are from is the business of {@code org.facies.model}. Imports {@code org.facies.image},
 * {@code inference} and {@code input}. Start with {@link org.facies.detect.RetinaFace}.
 */
package org.facies.detect;
