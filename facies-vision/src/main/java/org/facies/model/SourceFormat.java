package org.facies.model;

import ai.onnx.proto.OnnxMl.ModelProto;
import java.util.Arrays;
import org.facies.input.BadInput;
import org.facies.model.dlib.DlibResnet;

/** The format of a model file, recognised by its first bytes. Every format is converted to ONNX. */
enum SourceFormat {
    /** dlib's serialised network: version 1, then the loss by name. */
    DLIB {
        @Override
        byte[] toOnnx(String name, byte[] content) {
            DlibResnet.Converted network = DlibResnet.convert(name, content);
            if (!network.mean().equals(Normalisation.DLIB.mean())) {
                throw new BadInput(
                        name,
                        network.mean().toString(),
                        "is not the mean colour that dlib's face recogniser subtracts",
                        "Export the network to ONNX, and import that with its mean and scale.");
            }
            return network.model().toByteArray();
        }
    },
    ONNX {
        @Override
        byte[] toOnnx(String name, byte[] content) {
            return TinyWeights.toZero(OnnxFile.parse(name, content))
                    .map(ModelProto::toByteArray)
                    .orElse(content);
        }
    };

    private static final byte[] DLIB_START = {1, 1, 1, 13, 'l', 'o', 's', 's', '_'};

    static SourceFormat of(byte[] content) {
        boolean dlib = content.length > DLIB_START.length
                && Arrays.equals(content, 0, DLIB_START.length, DLIB_START, 0, DLIB_START.length);
        return dlib ? DLIB : ONNX;
    }

    /**
     * The file as an ONNX model.
     *
     * @param name its name in error messages
     * @throws org.facies.input.BadInput if its content does not match its first bytes
     */
    abstract byte[] toOnnx(String name, byte[] content);
}
