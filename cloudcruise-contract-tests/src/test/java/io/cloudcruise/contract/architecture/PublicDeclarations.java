package io.cloudcruise.contract.architecture;

import static javax.lang.model.element.Modifier.PRIVATE;
import static javax.lang.model.element.Modifier.PROTECTED;
import static javax.lang.model.element.Modifier.PUBLIC;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import io.cloudcruise.contract.architecture.Declaration.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Finds what is public or protected, within types that are, by parsing sources. */
final class PublicDeclarations extends TreePathScanner<@Nullable Void, @Nullable Void> {
  private final DocTrees trees;
  private final Sources sources;
  private final List<Declaration> found = new ArrayList<>();

  private PublicDeclarations(DocTrees trees, Sources sources) {
    this.trees = trees;
    this.sources = sources;
  }

  static List<Declaration> in(Sources sources) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      var units = files.getJavaFileObjectsFromPaths(sources.files());
      var task = (JavacTask) compiler.getTask(null, files, null, List.of(), null, units);
      var scanner = new PublicDeclarations(DocTrees.instance(task), sources);
      scanner.scan(task.parse(), null);
      return List.copyOf(scanner.found);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
    if (isVisible(type.getModifiers())) {
      add(Kind.TYPE, type.getSimpleName().toString());
      super.visitClass(type, null);
    }
    return null;
  }

  /** Leaves out what has its Javadoc elsewhere, and does not look inside. */
  @Override
  public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
    if (isVisible(method.getModifiers()) && !isOverride(method) && !isCompact(method)) {
      add(Kind.METHOD, method.getName() + "()");
    }
    return null;
  }

  @Override
  public @Nullable Void visitVariable(VariableTree field, @Nullable Void nothing) {
    if (isVisible(field.getModifiers())) {
      add(Kind.FIELD, field.getName().toString());
    }
    return null;
  }

  /** The members of interfaces are public without saying so. */
  private boolean isVisible(ModifiersTree modifiers) {
    Set<Modifier> flags = modifiers.getFlags();
    Tree.Kind around = getCurrentPath().getParentPath().getLeaf().getKind();
    boolean byDefault = around == Tree.Kind.INTERFACE || around == Tree.Kind.ANNOTATION_TYPE;
    return flags.contains(PUBLIC)
        || flags.contains(PROTECTED)
        || (byDefault && !flags.contains(PRIVATE));
  }

  private static boolean isOverride(MethodTree method) {
    return method.getModifiers().getAnnotations().stream()
        .anyMatch(annotation -> annotation.getAnnotationType().toString().equals("Override"));
  }

  /** A record's Javadoc is that of its compact constructor, whose parameters are the header's. */
  private boolean isCompact(MethodTree method) {
    return getCurrentPath().getParentPath().getLeaf().getKind() == Tree.Kind.RECORD
        && method.getParameters().stream().anyMatch(header -> start(header) < start(method));
  }

  private void add(Kind kind, String name) {
    String comment = trees.getDocComment(getCurrentPath());
    boolean hasJavadoc = comment != null && !comment.isBlank();
    found.add(new Declaration(kind, around() + name, place(), hasJavadoc));
  }

  private String around() {
    StringBuilder names = new StringBuilder();
    for (TreePath path = getCurrentPath().getParentPath();
        path.getLeaf() instanceof ClassTree type;
        path = path.getParentPath()) {
      names.insert(0, type.getSimpleName() + ".");
    }
    return names.toString();
  }

  private String place() {
    CompilationUnitTree file = getCurrentPath().getCompilationUnit();
    String name = sources.nameOf(Path.of(file.getSourceFile().toUri()));
    return name + ":" + file.getLineMap().getLineNumber(start(getCurrentPath().getLeaf()));
  }

  private long start(Tree tree) {
    CompilationUnitTree file = getCurrentPath().getCompilationUnit();
    return trees.getSourcePositions().getStartPosition(file, tree);
  }
}
