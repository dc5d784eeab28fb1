package org.facies.errors;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a text in the sources can say: literals as they are, branches as alternatives, values as placeholders. */
final class Evaluation {
    private static final int MOST_TEXTS = 8;
    private static final int MOST_RETURNS = 4;
    private static final int DEEPEST = 10;

    /** Calls that leave a text as it is. */
    private static final Set<String> TRANSPARENT = Set.of(
            "toString",
            "strip",
            "trim",
            "asText",
            "orElseThrow",
            "get",
            "filter",
            "findFirst",
            "stream",
            "toAbsolutePath",
            "normalize",
            "findAny",
            "sorted",
            "distinct");

    /** Calls that take a value out of a tree or a row by its name. */
    private static final Set<String> KEYED = Set.of("path", "get", "required", "optional");

    /** Names that say nothing without that of their owner. */
    private static final Set<String> VAGUE = Set.of("name", "id", "size", "count", "value", "text", "word", "label");

    /** Words outside of placeholders. */
    private static final Pattern WORDS = Pattern.compile("(^|>)[^<]*[A-Za-z]{2}[^>]*(<|$)");

    private final Sources sources;

    Evaluation(Sources sources) {
        this.sources = sources;
    }

    /** An argument, where it stands, and what the parameters around it are. */
    record Bound(TreePath path, Map<String, Bound> parameters) {}

    /** All that an expression can say. */
    List<Text> texts(Bound bound) {
        return texts(bound.path(), bound.parameters(), 0);
    }

    private List<Text> texts(TreePath path, Map<String, Bound> env, int depth) {
        Tree tree = path.getLeaf();
        if (depth > DEEPEST) {
            return Text.placeholder("…");
        }
        if (tree instanceof LiteralTree literal) {
            return Text.of(String.valueOf(literal.getValue()));
        }
        if (tree instanceof ParenthesizedTree inner) {
            return texts(new TreePath(path, inner.getExpression()), env, depth);
        }
        if (tree instanceof TypeCastTree cast) {
            return texts(new TreePath(path, cast.getExpression()), env, depth);
        }
        if (tree instanceof BinaryTree sum) {
            return sum.getKind() == Tree.Kind.PLUS && !isNumber(sum.getRightOperand())
                    ? joined(
                            texts(new TreePath(path, sum.getLeftOperand()), env, depth),
                            texts(new TreePath(path, sum.getRightOperand()), env, depth))
                    : Text.placeholder("number");
        }
        if (tree instanceof ConditionalExpressionTree choice) {
            return choice(path, choice, env, depth);
        }
        if (tree instanceof SwitchExpressionTree choice) {
            return choice(path, choice, env, depth);
        }
        if (tree instanceof IdentifierTree name) {
            return named(path, name.getName().toString(), env, depth);
        }
        if (tree instanceof MemberSelectTree select) {
            return constant(select, depth)
                    .orElseGet(
                            () -> Text.placeholder(spaced(select.getIdentifier().toString())));
        }
        if (tree instanceof MethodInvocationTree call) {
            return called(path, call, env, depth);
        }
        return Text.placeholder("value");
    }

    private static boolean isNumber(Tree tree) {
        return tree instanceof LiteralTree literal && literal.getValue() instanceof Number;
    }

    private static List<Text> joined(List<Text> left, List<Text> right) {
        List<Text> both = new ArrayList<>();
        for (Text first : left) {
            for (Text second : right) {
                if (first.agreesWith(second)) {
                    both.add(first.then(second));
                }
            }
        }
        return both.size() > MOST_TEXTS ? both.subList(0, MOST_TEXTS) : both;
    }

    private List<Text> choice(TreePath path, ConditionalExpressionTree choice, Map<String, Bound> env, int depth) {
        String condition = choice.getCondition().toString();
        List<Text> otherwise = texts(new TreePath(path, choice.getFalseExpression()), env, depth);
        if (condition.contains("== 1")) {
            return otherwise;
        }
        List<Text> texts = new ArrayList<>();
        texts(new TreePath(path, choice.getTrueExpression()), env, depth)
                .forEach(text -> texts.add(text.chosen(condition, 1)));
        otherwise.forEach(text -> texts.add(text.chosen(condition, 0)));
        return texts;
    }

    private List<Text> choice(TreePath path, SwitchExpressionTree choice, Map<String, Bound> env, int depth) {
        List<Text> texts = new ArrayList<>();
        int branch = 0;
        for (CaseTree one : choice.getCases()) {
            int at = branch++;
            List<ExpressionTree> results = new ArrayList<>();
            if (one.getBody() instanceof ExpressionStatementTree statement) {
                results.add(statement.getExpression());
            } else if (one.getBody() instanceof ExpressionTree expression) {
                results.add(expression);
            } else if (one.getBody() != null) {
                new TreeScanner<Void, Void>() {
                    @Override
                    public Void visitYield(YieldTree node, Void none) {
                        results.add(node.getValue());
                        return null;
                    }
                }.scan(one.getBody(), null);
            }
            for (ExpressionTree result : results) {
                texts(new TreePath(path, result), env, depth)
                        .forEach(text ->
                                texts.add(text.chosen(choice.getExpression().toString(), at)));
            }
        }
        return texts.isEmpty() ? Text.placeholder("value") : texts;
    }

    /** A lambda's parameter, a local variable, a parameter or a constant; whichever is nearest. */
    private List<Text> named(TreePath path, String name, Map<String, Bound> env, int depth) {
        for (TreePath at = path.getParentPath(); at != null; at = at.getParentPath()) {
            if (at.getLeaf() instanceof LambdaExpressionTree lambda && has(lambda.getParameters(), name)) {
                return ofLambda(at, name, env, depth);
            }
            if (at.getLeaf() instanceof MethodTree method) {
                Optional<TreePath> local = local(at, name);
                if (local.isPresent()) {
                    return local.get().getLeaf() instanceof VariableTree variable
                                    && variable.getInitializer() != null
                                    && !isNumber(variable.getInitializer())
                            ? texts(new TreePath(local.get(), variable.getInitializer()), env, depth + 1)
                            : Text.placeholder(spaced(name));
                }
                if (has(method.getParameters(), name)) {
                    return env.containsKey(name)
                            ? texts(env.get(name).path(), env.get(name).parameters(), depth + 1)
                            : Text.placeholder(spaced(name));
                }
            }
            if (at.getLeaf() instanceof ClassTree owner) {
                for (Tree member : owner.getMembers()) {
                    if (member instanceof VariableTree field && field.getName().contentEquals(name)) {
                        return field.getInitializer() == null
                                ? Text.placeholder(spaced(name))
                                : texts(
                                        new TreePath(new TreePath(at, field), field.getInitializer()),
                                        Map.of(),
                                        depth + 1);
                    }
                }
            }
        }
        return Text.placeholder(spaced(name));
    }

    private static boolean has(List<? extends VariableTree> parameters, String name) {
        return parameters.stream().anyMatch(parameter -> parameter.getName().contentEquals(name));
    }

    /** The parameter of {@code optional.ifPresent(what -> …)} says what the optional says. */
    private List<Text> ofLambda(TreePath lambda, String name, Map<String, Bound> env, int depth) {
        if (lambda.getParentPath().getLeaf() instanceof MethodInvocationTree call
                && call.getMethodSelect() instanceof MemberSelectTree select
                && Set.of("map", "ifPresent", "flatMap")
                        .contains(select.getIdentifier().toString())) {
            List<Text> texts = texts(new TreePath(lambda.getParentPath(), select.getExpression()), env, depth + 1);
            if (texts.stream().noneMatch(Text::isPlaceholder)) {
                return texts;
            }
        }
        return Text.placeholder(spaced(name));
    }

    private static Optional<TreePath> local(TreePath method, String name) {
        List<TreePath> found = new ArrayList<>();
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitVariable(VariableTree node, Void none) {
                if (node.getName().contentEquals(name)
                        && !(getCurrentPath().getParentPath().getLeaf() instanceof LambdaExpressionTree)
                        && getCurrentPath().getParentPath().getLeaf() != method.getLeaf()) {
                    found.add(getCurrentPath());
                }
                return super.visitVariable(node, null);
            }
        }.scan(method, null);
        return found.stream().findFirst();
    }

    /** {@code Class.CONSTANT}, where it is one of ours with a text. */
    private Optional<List<Text>> constant(MemberSelectTree select, int depth) {
        String owner = Sources.simple(select.getExpression().toString());
        for (TreePath type : sources.classes.getOrDefault(owner, List.of())) {
            for (Tree member : ((ClassTree) type.getLeaf()).getMembers()) {
                if (member instanceof VariableTree field
                        && field.getName().contentEquals(select.getIdentifier())
                        && field.getInitializer() != null
                        && !(field.getInitializer() instanceof com.sun.source.tree.NewClassTree)) {
                    return Optional.of(texts(
                            new TreePath(new TreePath(type, field), field.getInitializer()), Map.of(), depth + 1));
                }
            }
        }
        return Optional.empty();
    }

    private List<Text> called(TreePath path, MethodInvocationTree call, Map<String, Bound> env, int depth) {
        List<? extends ExpressionTree> arguments = call.getArguments();
        if (!(call.getMethodSelect() instanceof MemberSelectTree select)) {
            return returned(path, call, env, depth)
                    .orElseGet(
                            () -> Text.placeholder(spaced(call.getMethodSelect().toString())));
        }
        String name = select.getIdentifier().toString();
        TreePath receiver = new TreePath(path, select.getExpression());
        String type = select.getExpression().toString();
        if ((arguments.isEmpty() && TRANSPARENT.contains(name)) || name.equals("filter")) {
            return texts(receiver, env, depth + 1);
        }
        if (name.equals("of") && Set.of("Optional", "List", "Set").contains(type)) {
            return listed(path, arguments, ", ", env, depth);
        }
        if (KEYED.contains(name) && arguments.size() == 1 && arguments.get(0) instanceof LiteralTree literal) {
            return Text.placeholder(spaced(String.valueOf(literal.getValue()).replace('_', ' ')));
        }
        if (name.equals("empty") && type.equals("Optional")) {
            return List.of();
        }
        if (name.equals("join") && type.equals("String")) {
            return texts(new TreePath(path, arguments.get(1)), env, depth + 1);
        }
        if (Set.of("valueOf", "toString", "ofNullable").contains(name) && arguments.size() == 1) {
            return texts(new TreePath(path, arguments.get(0)), env, depth + 1);
        }
        if (Set.of("map", "flatMap").contains(name) && arguments.get(0) instanceof LambdaExpressionTree lambda) {
            return lambda.getBody() instanceof ExpressionTree
                    ? texts(new TreePath(new TreePath(path, lambda), lambda.getBody()), env, depth + 1)
                    : Text.placeholder("value");
        }
        if (Set.of("orElse", "orElseGet").contains(name)) {
            return either(path, receiver, arguments.get(0), env, depth);
        }
        if (name.equals("formatted") || (name.equals("format") && type.equals("String"))) {
            return formatted(path, name.equals("formatted") ? receiver : null, arguments, env, depth);
        }
        return returned(path, call, env, depth).orElseGet(() -> Text.placeholder(accessor(select, name)));
    }

    private static String accessor(MemberSelectTree select, String name) {
        String own = spaced(name.replaceFirst("^(get|to)(?=[A-Z])", ""));
        if (!VAGUE.contains(own)) {
            return own;
        }
        if (select.getExpression() instanceof IdentifierTree owner) {
            return own.equals("size") || own.equals("count")
                    ? "number"
                    : spaced(owner.getName().toString()) + " " + own;
        }
        return select.getExpression() instanceof MethodInvocationTree call
                        && call.getMethodSelect() instanceof MemberSelectTree before
                ? spaced(before.getIdentifier().toString()) + " " + own
                : own;
    }

    private List<Text> listed(
            TreePath path,
            List<? extends ExpressionTree> elements,
            String separator,
            Map<String, Bound> env,
            int depth) {
        List<Text> all = Text.of("");
        for (int i = 0; i < elements.size(); i++) {
            List<Text> element = texts(new TreePath(path, elements.get(i)), env, depth + 1);
            all = joined(i == 0 ? all : joined(all, Text.of(separator)), element);
        }
        return all;
    }

    private List<Text> either(
            TreePath path, TreePath receiver, ExpressionTree otherwise, Map<String, Bound> env, int depth) {
        String condition = receiver.getLeaf().toString();
        List<Text> texts = new ArrayList<>();
        texts(receiver, env, depth + 1).forEach(text -> texts.add(text.chosen(condition, 1)));
        TreePath other = otherwise instanceof LambdaExpressionTree lambda && lambda.getBody() instanceof ExpressionTree
                ? new TreePath(new TreePath(path, lambda), lambda.getBody())
                : new TreePath(path, otherwise);
        texts(other, env, depth + 1).forEach(text -> texts.add(text.chosen(condition, 0)));
        return texts;
    }

    private List<Text> formatted(
            TreePath path,
            TreePath receiver,
            List<? extends ExpressionTree> arguments,
            Map<String, Bound> env,
            int depth) {
        List<ExpressionTree> values = new ArrayList<>(arguments);
        if (receiver == null && values.get(0).toString().startsWith("Locale")) {
            values.remove(0);
        }
        TreePath format = receiver == null ? new TreePath(path, values.remove(0)) : receiver;
        List<Text> all = Text.of("");
        String[] parts = texts(format, env, depth).get(0).words().split("%[-+.,0-9]*[a-zA-Z]", -1);
        for (int i = 0; i < parts.length; i++) {
            all = joined(all, Text.of(parts[i].replace("%%", "%").replace("%n", " ")));
            if (i < parts.length - 1 && i < values.size()) {
                all = joined(all, texts(new TreePath(path, values.get(i)), env, depth + 1));
            }
        }
        return all;
    }

    /** What one of our methods returns, if it is short. */
    private Optional<List<Text>> returned(TreePath path, MethodInvocationTree call, Map<String, Bound> env, int depth) {
        Optional<TreePath> declaration = sources.declaration(path);
        if (declaration.isEmpty() || ((MethodTree) declaration.get().getLeaf()).getBody() == null) {
            return Optional.empty();
        }
        MethodTree method = (MethodTree) declaration.get().getLeaf();
        Map<String, Bound> inner = new LinkedHashMap<>();
        for (int i = 0; i < call.getArguments().size(); i++) {
            inner.put(
                    method.getParameters().get(i).getName().toString(),
                    new Bound(new TreePath(path, call.getArguments().get(i)), env));
        }
        List<TreePath> returns = returns(declaration.get());
        if (returns.isEmpty() || returns.size() > MOST_RETURNS) {
            return Optional.empty();
        }
        List<Text> texts = new ArrayList<>();
        for (TreePath one : returns) {
            int branch = texts.size();
            texts(one, inner, depth + 1).forEach(text -> texts.add(text.chosen(method.getName() + "()", branch)));
        }
        boolean areWords =
                texts.stream().allMatch(text -> WORDS.matcher(text.words()).find());
        return areWords ? Optional.of(texts) : Optional.empty();
    }

    private static List<TreePath> returns(TreePath method) {
        List<TreePath> returns = new ArrayList<>();
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitReturn(ReturnTree node, Void none) {
                if (node.getExpression() != null) {
                    returns.add(new TreePath(getCurrentPath(), node.getExpression()));
                }
                return null;
            }

            @Override
            public Void visitLambdaExpression(LambdaExpressionTree node, Void none) {
                return null;
            }

            @Override
            public Void visitClass(ClassTree node, Void none) {
                return null;
            }
        }.scan(method, null);
        return returns;
    }

    /** Names of methods that say nothing about what they return. */
    private static final Map<String, String> PLAIN = Map.ofEntries(
            Map.entry("get", "value"),
            Map.entry("collect", "list"),
            Map.entry("filter count", "number"),
            Map.entry("resolve", "file"),
            Map.entry("text value", "value"),
            Map.entry("replace all", "value"),
            Map.entry("replace first", "value"),
            Map.entry("replace", "value"),
            Map.entry("substring", "value"),
            Map.entry("put if absent", "value"),
            Map.entry("parse int", "number"),
            Map.entry("plain", "number"),
            Map.entry("integer", "number"),
            Map.entry("key set", "list"),
            Map.entry("as list", "list"),
            Map.entry("map", "value"),
            Map.entry("group", "value"),
            Map.entry("json", "file"),
            Map.entry("csv", "file"),
            Map.entry("pem", "file"),
            Map.entry("source", "file"),
            Map.entry("where", "place"),
            Map.entry("root", "folder"),
            Map.entry("given", "value"),
            Map.entry("of", "value"),
            Map.entry("i", "number"),
            Map.entry("shown", "value"));

    /** {@code minPhotos} and {@code MIN_PHOTOS}: min photos. */
    static String spaced(String name) {
        String words = name.equals(name.toUpperCase(Locale.ROOT))
                ? name.toLowerCase(Locale.ROOT).replace('_', ' ')
                : name.chars()
                        .mapToObj(c -> Character.isUpperCase(c) ? " " + (char) Character.toLowerCase(c) : "" + (char) c)
                        .collect(Collectors.joining())
                        .strip();
        return PLAIN.getOrDefault(words, words);
    }
}
