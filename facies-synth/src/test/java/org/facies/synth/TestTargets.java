package org.facies.synth;

import org.facies.model.ModelZoo;
import org.facies.synth.asset.AssetStore;
import org.facies.synth.portrait.PortraitStudio;
import org.facies.synth.profile.TargetNames;

/** What tests draw with. */
public final class TestTargets {

    private TestTargets() {}

    /** The shape targets that a profile can name. */
    public static TargetNames names() {
        return new TargetNames(PortraitStudio.targetNames());
    }

    /** A studio with the assets of this machine's folder, where they are fetched once. */
    static PortraitStudio studio() {
        return new PortraitStudio(
                AssetStore.in(ModelZoo.defaultHome(), sentence -> {}).require());
    }
}
