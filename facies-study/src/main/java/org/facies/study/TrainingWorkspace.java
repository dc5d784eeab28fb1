package org.facies.study;

import org.facies.autograd.ComputeDevice;
import org.facies.model.ModelZoo;
import org.facies.progress.Progress;
import org.facies.workspace.Workspace;

/**
 * A workspace in which networks are trained.
 *
 * @param workspace for everything except training
 * @param device that networks are trained on
 */
public record TrainingWorkspace(Workspace workspace, ComputeDevice device) {

    /** See {@link Workspace#zoo}. */
    public ModelZoo zoo() {
        return workspace.zoo();
    }

    /** See {@link Workspace#threads}. */
    public int threads() {
        return workspace.threads();
    }

    /** See {@link Workspace#progress}. */
    public Progress progress() {
        return workspace.progress();
    }

    TrainingWorkspace onThreads(int threads) {
        return new TrainingWorkspace(workspace.onThreads(threads), device);
    }

    TrainingWorkspace tellingTo(Progress other) {
        return new TrainingWorkspace(workspace.tellingTo(other), device);
    }
}
