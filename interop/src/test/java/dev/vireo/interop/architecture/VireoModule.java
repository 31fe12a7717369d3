package dev.vireo.interop.architecture;

import dev.vireo.interop.process.SourceTree;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * A module of this source tree.
 *
 * @param name its folder
 */
record VireoModule(String name) {
  private static final String ARTIFACT = "vireo-";

  Path folder() {
    return SourceTree.root().resolve(name);
  }

  /** What it is compiled to; a class folder, whether it is packed or not. */
  Path classes() {
    return folder().resolve("target/classes");
  }

  /** What its POM says that it uses, of Vireo's modules, when it runs. */
  Set<String> dependencies() throws IOException {
    return dependencies(Set.of("compile", "runtime"));
  }

  /** What its POM says that it uses, of Vireo's modules, to be built. */
  Set<String> makers() throws IOException {
    return dependencies(Set.of("provided"));
  }

  private Set<String> dependencies(Set<String> scopes) throws IOException {
    Set<String> found = new TreeSet<>();
    Element project = pom();
    List<Element> dependencies =
        children(project, "dependencies").stream()
            .flatMap(each -> children(each, "dependency").stream())
            .toList();
    for (Element dependency : dependencies) {
      String artifact = child(dependency, "artifactId").getTextContent().strip();
      String scope =
          children(dependency, "scope").stream()
              .map(each -> each.getTextContent().strip())
              .findFirst()
              .orElse("compile");
      if (artifact.startsWith(ARTIFACT) && scopes.contains(scope)) {
        found.add(artifact.substring(ARTIFACT.length()));
      }
    }
    return found;
  }

  private Element pom() throws IOException {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(folder().resolve("pom.xml").toFile())
          .getDocumentElement();
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(e);
    }
  }

  private static Element child(Element parent, String name) {
    return children(parent, name).getFirst();
  }

  private static List<Element> children(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && element.getTagName().equals(name)) {
        found.add(element);
      }
    }
    return found;
  }

  /** What its compiled {@code module-info} says; empty for a module without one. */
  Optional<ModuleDescriptor> descriptor() {
    return Files.exists(classes().resolve("module-info.class"))
        ? ModuleFinder.of(classes()).findAll().stream().findFirst().map(ModuleReference::descriptor)
        : Optional.empty();
  }

  /** The folders of its packages that are written by hand, tests aside. */
  Set<Path> packages() throws IOException {
    Path sources = folder().resolve("src/main/java");
    if (!Files.isDirectory(sources)) {
      return Set.of();
    }
    try (Stream<Path> files = Files.walk(sources)) {
      return new TreeSet<>(
          files.filter(VireoModule::isType).map(Path::getParent).distinct().toList());
    }
  }

  /** Whether a file has a type, and does not only describe a package or module. */
  static boolean isType(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.endsWith(".java")
        && !name.equals("package-info.java")
        && !name.equals("module-info.java");
  }

  /** Whether a package is nobody's but its module's. */
  static boolean isInternal(String packageName) {
    return Set.of(packageName.split("\\.")).contains("internal");
  }
}
