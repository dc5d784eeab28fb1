package org.facies.bundle;

/**
 * The resolved study file of a run that was made by hand.
 *
 * @param k how many folds
 * @param unit of the folds
 */
record StudyText(String name, String cohort, int k, String unit) {
    private static final String MODEL = """
            - name: %s
              backbone: %s
              pretrained: true
              loss: cosface
              scale: 8.0
              margin: 0.1
              training: {epochs: 1, batch_size: 8, optimiser: adamw, trunk_learning_rate: 0.1,
                embedding_learning_rate: 0.1, head_learning_rate: 0.1, schedule: cosine, warm_up_epochs: 0.6,
                least_warm_up_steps: 20, weight_decay: 0.01, clip_norm: 5.0, label_smoothing: 0.0,
                balance: sqrt-weights, head_start: whitened, freeze_below: none, cached_views: 1, average_decay: 0.0,
                precision: fp32, memory_layout: auto, accumulate: 1, gradient_checkpointing: false, threads: 1,
                seed: 1, augmentation: {flip: 0.5, shift: 0.0, scale: 0.0, rotation_degrees: 0.0, brightness: 0.0,
                contrast: 0.0, grey: 0.0, jpeg: 0.0, worst_jpeg_quality: 0.4, blur: 0.0, blur_sigma_px: 1.0}}
              candidates: []
            """;
    private static final String STUDY = """
            format: 2
            name: %s
            cohort: %s
            faces: {refuse: [], min_score: 0.8, min_eye_distance_px: 24.0, min_sharpness: 20.0, max_yaw_degrees: 40.0,
              max_pitch_degrees: 40.0, max_roll_degrees: 45.0}
            folds: {k: %d, unit: %s, seed: 17}
            models:
            %schoice: {metric: balanced-accuracy, inner_folds: 3, hold_out: every-fold, rule: best, seed: 29}
            evaluation: {bootstrap: 200, seed: 23}
            subgroups: {columns: [], min_subjects: 10}
            screening: {unaffected: none, sensitivity: 0.9, specificity: 0.95, prevalence: [0.01]}
            provenance:
              facies: test
              java: "17"
              system: test
              threads: 1
              device: cpu
              photos_sha256: "00"
              models:
            %s""";
    private static final String NETWORK = """
                %s: {sha256: "%s", source: test, source_sha256: "%s", licence: CC0, origin: made by hand}
            """;

    static String model(String name, String backbone) {
        return MODEL.formatted(name, backbone);
    }

    static String network(String id, String sha256) {
        return NETWORK.formatted(id, sha256, sha256);
    }

    String with(String models, String networks) {
        return STUDY.formatted(name, cohort, k, unit, models, networks);
    }
}
