package org.facies.autograd;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.facies.onnx.OnnxNode;

/** Matrix products. */
final class Matrices {

    private Matrices() {}

    static Operation product(OnnxNode node) {
        String a = node.inputs().get(0);
        String b = node.inputs().get(1);
        return (values, mode) -> torch.matmul(values.get(a), values.get(b));
    }

    /** alpha · A · B + beta · C, with A and B transposed if the node says so. */
    static Operation gemm(OnnxNode node) {
        float alpha = node.real("alpha", 1);
        float beta = node.real("beta", 1);
        boolean transposeA = node.integer("transA", 0) == 1;
        boolean transposeB = node.integer("transB", 0) == 1;
        return (values, mode) -> {
            Tensor a = values.get(node.inputs().get(0));
            Tensor b = values.get(node.inputs().get(1));
            Tensor product = torch.matmul(transposeA ? a.t() : a, transposeB ? b.t() : b);
            Tensor scaled = alpha == 1 ? product : product.mul(new Scalar(alpha));
            if (!node.hasInput(2)) {
                return scaled;
            }
            Tensor c = values.get(node.inputs().get(2));
            return scaled.add(beta == 1 ? c : c.mul(new Scalar(beta)));
        };
    }
}
