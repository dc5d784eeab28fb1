package org.facies.autograd;

import java.util.function.Supplier;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;

/** Runs work and then frees its tensors, except those whose reference is retained. */
public final class NativeMemory {

    private NativeMemory() {}

    public static void freedAfter(Runnable work) {
        freedAfter(() -> {
            work.run();
            return 0;
        });
    }

    /**
     * Runs the work and frees its tensors.
     *
     * @param work returns a Java value, not a tensor, unless it retains the tensor's reference
     */
    public static <T> T freedAfter(Supplier<T> work) {
        PointerScope scope = new PointerScope();
        try {
            return work.get();
        } finally {
            scope.close();
        }
    }

    public static void withoutGradients(Runnable work) {
        withoutGradients(() -> {
            work.run();
            return 0;
        });
    }

    /** Like {@link #freedAfter(Supplier)}, without recording for gradients. */
    public static <T> T withoutGradients(Supplier<T> work) {
        return freedAfter(() -> {
            NoGradGuard guard = new NoGradGuard();
            try {
                return work.get();
            } finally {
                guard.close();
            }
        });
    }

    /**
     * The tensor that the work returns, freed by the enclosing scope; all other tensors of the work are freed at once.
     */
    static Tensor survivor(Supplier<Tensor> work) {
        Tensor made = freedAfter(() -> {
            Tensor result = work.get();
            result.retainReference();
            return result;
        });
        PointerScope.getInnerScope().attach(made);
        made.releaseReference();
        return made;
    }

    /** A tensor made without recording for gradients; freed by the enclosing scope. */
    public static Tensor unrecorded(Supplier<Tensor> work) {
        NoGradGuard guard = new NoGradGuard();
        try {
            return work.get();
        } finally {
            guard.close();
        }
    }
}
