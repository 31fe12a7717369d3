package dev.vireo.internal.esx.connect;

import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import dev.vireo.internal.esx.EsxError;
import dev.vireo.internal.esx.HostScope;
import dev.vireo.internal.esx.HostTraversal;
import dev.vireo.internal.esx.InventoryName;
import dev.vireo.vim.VimClient;
import dev.vireo.vim.property.ObjectProperties;
import dev.vireo.vim.property.PropertyFilter;
import dev.vireo.vim.types.ManagedObjectReference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the host that the path of a {@code vpx} URI names: {@code
 * [FOLDER/...]DATACENTER/[FOLDER/...]COMPUTERESOURCE[/HOST]}. As libvirt has it, the first of the
 * folders may be the root folder, and after the datacenter its folder {@code host}. One request
 * reads the names of all folders, datacenters, compute resources and hosts; the search then needs
 * no server, and a mistake can be answered with what there is.
 */
final class VCenterPath {

  private static final String FOLDER = "Folder";
  private static final String DATACENTER = "Datacenter";
  private static final String CLUSTER = "ClusterComputeResource";

  private final String path;
  private final Deque<String> items;
  private final List<String> datacenterPath = new ArrayList<>();
  private final Map<ManagedObjectReference, List<Node>> children = new HashMap<>();
  private final Map<ManagedObjectReference, String> names = new HashMap<>();

  private record Node(ManagedObjectReference object, String name) {
    boolean isA(String type) {
      return object.type().equals(type);
    }

    boolean isComputeResource() {
      return object.type().endsWith("ComputeResource");
    }
  }

  private VCenterPath(List<String> items, List<ObjectProperties> inventory) {
    this.path = String.join("/", items);
    this.items = new ArrayDeque<>(items);
    for (ObjectProperties each : inventory) {
      String name = each.get("name", String.class);
      names.put(each.object(), name);
      ManagedObjectReference parent = each.find("parent", ManagedObjectReference.class);
      if (parent != null) {
        children
            .computeIfAbsent(parent, key -> new ArrayList<>())
            .add(new Node(each.object(), name));
      }
    }
  }

  /**
   * Finds the host.
   *
   * @param items decoded items of the URI's path; not empty
   * @throws LibvirtException {@link ErrorCode#INVALID_ARG} when the path has too few or too many
   *     items, {@link ErrorCode#INTERNAL_ERROR} when there is no object of a name
   */
  static HostScope.Managed resolve(VimClient client, List<String> items) {
    ManagedObjectReference root = client.serviceContent().rootFolder();
    List<ObjectProperties> inventory =
        client
            .propertyCollector()
            .retrieve(
                new PropertyFilter()
                    .select("ManagedEntity", "name", "parent")
                    .from(root, HostTraversal.from())
                    .build());
    return new VCenterPath(items, inventory).walk(root);
  }

  private HostScope.Managed walk(ManagedObjectReference root) {
    Node datacenter = datacenter(root);
    Node compute = computeResource(hostFolder(datacenter));
    Node host = host(compute);
    if (!items.isEmpty()) {
      throw error(ErrorCode.INVALID_ARG, "Path '" + path + "' ends with an excess item");
    }
    return new HostScope.Managed(
        host.object(), datacenter.object(), String.join("/", datacenterPath));
  }

  private Node datacenter(ManagedObjectReference root) {
    skipNameOf(root);
    ManagedObjectReference folder = root;
    while (!items.isEmpty()) {
      String name = items.remove();
      List<Node> here = childrenOf(folder);
      Node found = firstNonNull(child(here, FOLDER, name), child(here, DATACENTER, name));
      if (found == null) {
        throw notFound("datacenter", name, here);
      }
      datacenterPath.add(found.name());
      if (found.isA(DATACENTER)) {
        return found;
      }
      folder = found.object();
    }
    throw incomplete("datacenter", childrenOf(folder));
  }

  /**
   * The inventory paths of VMware's own tools name the root folder and the folder of hosts, too.
   */
  private void skipNameOf(ManagedObjectReference folder) {
    String own = names.get(folder);
    String item = items.peek();
    if (own != null
        && item != null
        && InventoryName.matches(own, item)
        && childrenOf(folder).stream()
            .noneMatch(child -> InventoryName.matches(child.name(), item))) {
      items.remove();
    }
  }

  /** A datacenter has one folder of hosts among its children. */
  private ManagedObjectReference hostFolder(Node datacenter) {
    for (Node child : childrenOf(datacenter.object())) {
      if (child.isA(FOLDER)) {
        return child.object();
      }
    }
    throw error(
        ErrorCode.INTERNAL_ERROR,
        "The datacenter '" + datacenter.name() + "' has no folder of hosts");
  }

  private Node computeResource(ManagedObjectReference start) {
    skipNameOf(start);
    ManagedObjectReference folder = start;
    while (!items.isEmpty()) {
      String name = items.remove();
      List<Node> here = childrenOf(folder);
      Node found = child(here, FOLDER, name);
      if (found == null) {
        return here.stream()
            .filter(Node::isComputeResource)
            .filter(node -> InventoryName.matches(node.name(), name))
            .findFirst()
            .orElseThrow(() -> notFound("compute resource", name, here));
      }
      folder = found.object();
    }
    throw incomplete("compute resource", childrenOf(folder));
  }

  private Node host(Node compute) {
    List<Node> hosts = childrenOf(compute.object());
    if (items.isEmpty()) {
      if (compute.isA(CLUSTER)) {
        throw incomplete("host system", hosts);
      }
      return hosts.stream()
          .findFirst()
          .orElseThrow(() ->
              error(
                  ErrorCode.INTERNAL_ERROR,
                  "Could not find host system specified in '" + path + "'"));
    }
    String name = items.remove();
    return hosts.stream()
        .filter(node -> InventoryName.matches(node.name(), name))
        .findFirst()
        .orElseThrow(() -> notFound("host system", name, hosts));
  }

  private List<Node> childrenOf(ManagedObjectReference parent) {
    return children.getOrDefault(parent, List.of());
  }

  private static @Nullable Node child(List<Node> nodes, String type, String name) {
    return nodes.stream()
        .filter(node -> node.isA(type) && InventoryName.matches(node.name(), name))
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Node firstNonNull(@Nullable Node first, @Nullable Node second) {
    return first != null ? first : second;
  }

  private LibvirtException incomplete(String what, List<Node> here) {
    return EsxError.builder(ErrorCode.INVALID_ARG, "Path '" + path + "' does not specify a " + what)
        .hint(there(here))
        .build();
  }

  private LibvirtException notFound(String what, String name, List<Node> here) {
    return EsxError.builder(
            ErrorCode.INTERNAL_ERROR,
            "Could not find " + what + " specified in '" + path + "': there is no '" + name + "'")
        .hint(there(here))
        .build();
  }

  private static String there(List<Node> here) {
    if (here.isEmpty()) {
      return "there is nothing at this place that the user may see";
    }
    return here.stream()
        .map(node -> "'" + InventoryName.unescape(node.name()) + "'")
        .sorted()
        .collect(Collectors.joining(", ", "there is ", ""));
  }

  private static LibvirtException error(ErrorCode code, String detail) {
    return EsxError.of(code, detail);
  }
}
