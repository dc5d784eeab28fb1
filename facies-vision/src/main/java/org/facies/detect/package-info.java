/**
 * Finds faces in a picture and points in a face, with RetinaFace and a 68-point network on ONNX Runtime. The networks
 * are passed as bytes; {@code org.facies.model} provides them. Imports {@code org.facies.image},
 * {@code inference} and {@code input}. Start with {@link org.facies.detect.RetinaFace}.
 */
package org.facies.detect;
