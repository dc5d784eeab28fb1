package org.facies.calibration;

import org.facies.metric.HeldOutSubjects;

/** The methods of calibration. */
public enum ScalingMethod {
    NONE("none") {
        @Override
        public Scaling fit(HeldOutSubjects subjects) {
            return new Scaling.Identity();
        }
    },
    TEMPERATURE("temperature") {
        @Override
        public Scaling fit(HeldOutSubjects subjects) {
            return TemperatureFit.of(subjects);
        }
    },
    VECTOR("vector") {
        @Override
        public Scaling fit(HeldOutSubjects subjects) {
            return VectorFit.of(subjects);
        }
    };

    private final String key;

    ScalingMethod(String key) {
        this.key = key;
    }

    /** The name in {@code metrics.json}. */
    public String key() {
        return key;
    }

    /** The scaling with the lowest log loss on these subjects. */
    public abstract Scaling fit(HeldOutSubjects subjects);
}
