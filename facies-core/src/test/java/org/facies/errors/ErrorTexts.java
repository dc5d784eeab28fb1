package org.facies.errors;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Modifier;
import org.facies.errors.Evaluation.Bound;

/** Every error that the sources can make: each place that makes one, followed to the callers that give it its words. */
final class ErrorTexts {
    private static final int MOST_CALLERS = 4;

    /** Makers of errors, and which arguments are where, value, what is wrong and what to do. */
    private static final List<Maker> MAKERS = List.of(
            new Maker("BadInput", 4, 0, 1, 2, 3),
            new Maker("Problem", 4, 0, 1, 2, 3),
            new Maker("Defect", 2, 0, -1, 1, -1),
            new Maker("ParameterException", 2, -1, -1, 1, -1),
            new Maker("TypeConversionException", 1, -1, -1, 0, -1));

    private final Sources sources;
    private final Evaluation evaluation;
    private final Path root;
    private final Set<ErrorText> found = new LinkedHashSet<>();

    /** A constructor that makes an error; -1 where it takes no such argument. */
    private record Maker(String type, int arguments, int where, int value, int what, int remedy) {
        /** Errors of the command line say all in one sentence. */
        String place() {
            return type.endsWith("Exception") ? "command line" : "";
        }
    }

    private ErrorTexts(Sources sources, Path root) {
        this.sources = sources;
        this.root = root;
        evaluation = new Evaluation(sources);
    }

    /** The errors of the sources below a folder, each once. */
    static List<ErrorText> of(Sources sources, Path root) {
        ErrorTexts texts = new ErrorTexts(sources, root);
        for (Maker maker : MAKERS) {
            sources.calls.getOrDefault(Sources.key(maker.type, maker.arguments), List.of()).stream()
                    .filter(call -> !texts.file(call).endsWith("/BadInput.java"))
                    .forEach(call -> texts.add(maker, call));
        }
        texts.addRefusals();
        return List.copyOf(texts.found);
    }

    /** Records that carry what is wrong and what to do until the place is known. */
    private void addRefusals() {
        sources.classes.forEach((name, paths) -> {
            if (Set.of("Problem", "Defect", "BadInput").contains(name)) {
                return;
            }
            for (TreePath path : paths) {
                List<String> components = components((ClassTree) path.getLeaf());
                int what = Math.max(components.indexOf("what"), components.indexOf("reason"));
                if (what >= 0 && components.contains("remedy")) {
                    Maker maker = new Maker(name, components.size(), -1, -1, what, components.indexOf("remedy"));
                    sources.calls
                            .getOrDefault(Sources.key(name, components.size()), List.of())
                            .forEach(call -> add(maker, call));
                }
            }
        });
    }

    private static List<String> components(ClassTree type) {
        List<String> components = new ArrayList<>();
        if (type.getKind() == Tree.Kind.RECORD) {
            for (Tree member : type.getMembers()) {
                if (member instanceof VariableTree field
                        && !field.getModifiers().getFlags().contains(Modifier.STATIC)) {
                    components.add(field.getName().toString());
                }
            }
        }
        return components;
    }

    private void add(Maker maker, TreePath call) {
        List<? extends ExpressionTree> arguments = arguments(call);
        Set<String> open = new HashSet<>();
        open.addAll(parameters(call, maker.what < 0 ? null : arguments.get(maker.what)));
        open.addAll(parameters(call, maker.remedy < 0 ? null : arguments.get(maker.remedy)));
        for (Map<String, Bound> env : callers(call, open, MOST_CALLERS, Map.of())) {
            add(maker, call, arguments, env);
        }
    }

    private void add(Maker maker, TreePath call, List<? extends ExpressionTree> arguments, Map<String, Bound> env) {
        String file = file(env.isEmpty() ? call : place(env));
        String where = maker.where < 0 ? maker.place() : usual(call, arguments.get(maker.where), env);
        String shown = maker.value < 0 ? "" : usual(call, arguments.get(maker.value), env);
        String value = shown.isEmpty() ? "" : "\"" + shown + "\" ";
        for (Text what : texts(call, arguments.get(maker.what), env)) {
            List<Text> remedies = maker.remedy < 0 ? Text.of("") : texts(call, arguments.get(maker.remedy), env);
            for (Text remedy : remedies) {
                if (what.agreesWith(remedy) && !what.isPlaceholder()) {
                    found.add(new ErrorText(file, where, value + what.words(), remedy.words()));
                }
            }
        }
    }

    /** The last alternative: the first is what is shown where there is nothing to show. */
    private String usual(TreePath call, ExpressionTree argument, Map<String, Bound> env) {
        List<Text> texts = texts(call, argument, env);
        return texts.get(texts.size() - 1).words();
    }

    private List<Text> texts(TreePath call, ExpressionTree argument, Map<String, Bound> env) {
        List<Text> texts = evaluation.texts(new Bound(new TreePath(call, argument), env));
        return texts.isEmpty() ? Text.placeholder("value") : texts;
    }

    /** The call that gave a parameter its words. */
    private static TreePath place(Map<String, Bound> env) {
        Bound first = env.values().iterator().next();
        return first.parameters().isEmpty() ? first.path() : place(first.parameters());
    }

    private String file(TreePath path) {
        return root.toAbsolutePath()
                .normalize()
                .relativize(Path.of(path.getCompilationUnit().getSourceFile().toUri())
                        .normalize())
                .toString();
    }

    private static List<? extends ExpressionTree> arguments(TreePath call) {
        return call.getLeaf() instanceof NewClassTree made
                ? made.getArguments()
                : ((MethodInvocationTree) call.getLeaf()).getArguments();
    }

    /** Parameters of the method around that an argument consists of, wholly or as a part. */
    private static Set<String> parameters(TreePath call, ExpressionTree argument) {
        Set<String> named = new HashSet<>();
        if (argument == null) {
            return named;
        }
        Sources.up(call, MethodTree.class)
                .ifPresent(method -> new TreeScanner<Void, Void>() {
                    @Override
                    public Void visitIdentifier(IdentifierTree node, Void none) {
                        ((MethodTree) method.getLeaf())
                                .getParameters().stream()
                                        .filter(parameter -> parameter.getName().contentEquals(node.getName()))
                                        .filter(parameter -> parameter.getType() != null
                                                && parameter
                                                        .getType()
                                                        .toString()
                                                        .equals("String"))
                                        .forEach(parameter ->
                                                named.add(node.getName().toString()));
                        return null;
                    }
                }.scan(argument, null));
        return named;
    }

    /** For each call of the method around: its arguments, if they say anything. Else the parameters stay open. */
    private List<Map<String, Bound>> callers(TreePath place, Set<String> open, int depth, Map<String, Bound> own) {
        if (open.isEmpty() || depth == 0) {
            return List.of(own);
        }
        TreePath method = Sources.up(place, MethodTree.class).orElseThrow();
        List<? extends VariableTree> parameters = ((MethodTree) method.getLeaf()).getParameters();
        List<Map<String, Bound>> all = new ArrayList<>();
        boolean anySilent = false;
        for (TreePath call : sources.callsOf(method)) {
            List<? extends ExpressionTree> arguments = arguments(call);
            Set<String> further = new HashSet<>();
            for (int i = 0; i < parameters.size(); i++) {
                if (open.contains(parameters.get(i).getName().toString())) {
                    further.addAll(parameters(call, arguments.get(i)));
                }
            }
            for (Map<String, Bound> env : callers(call, further, depth - 1, Map.of())) {
                Map<String, Bound> bound = new LinkedHashMap<>();
                boolean says = false;
                for (int i = 0; i < parameters.size(); i++) {
                    String name = parameters.get(i).getName().toString();
                    Bound argument = new Bound(new TreePath(call, arguments.get(i)), env);
                    List<Text> texts = evaluation.texts(argument);
                    boolean isWords = texts.stream().anyMatch(text -> !text.isPlaceholder());
                    says |= isWords && open.contains(name);
                    if (isWords) {
                        bound.put(name, argument);
                    }
                }
                if (says) {
                    all.add(bound);
                } else {
                    anySilent = true;
                }
            }
        }
        if (anySilent || all.isEmpty()) {
            all.add(own);
        }
        return all;
    }
}
