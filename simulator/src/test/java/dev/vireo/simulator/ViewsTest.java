package dev.vireo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.vim.VimClient;
import dev.vireo.vim.methods.CreateContainerView;
import dev.vireo.vim.methods.CreateListView;
import dev.vireo.vim.methods.CreateListViewFromView;
import dev.vireo.vim.methods.DestroyView;
import dev.vireo.vim.methods.ModifyListView;
import dev.vireo.vim.methods.ResetListView;
import dev.vireo.vim.methods.ResetListViewFromView;
import dev.vireo.vim.property.ObjectProperties;
import dev.vireo.vim.property.PropertyFilter;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.ObjectUpdate;
import dev.vireo.vim.types.ObjectUpdateKind;
import dev.vireo.vim.types.PropertyFilterSpec;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ViewsTest extends HostTestBase {

  private static ManagedObjectReference view(
      VimClient client, ManagedObjectReference container, boolean recursive, String... types) {
    return client.call(
        new CreateContainerView(
            Objects.requireNonNull(client.serviceContent().viewManager()),
            container,
            List.of(types),
            recursive));
  }

  private static List<ManagedObjectReference> members(
      VimClient client, ManagedObjectReference view) {
    return client
        .propertyCollector()
        .retrieve(view, "view")
        .list("view", ManagedObjectReference.class);
  }

  /** What lies in a view, as clients read it. */
  private static PropertyFilterSpec through(ManagedObjectReference view, String... paths) {
    return new PropertyFilter()
        .select("VirtualMachine", paths)
        .from(view, PropertyFilter.traversal("view", "ContainerView", "view"))
        .build();
  }

  @Test
  void aRecursiveViewHoldsAllOfAType() {
    VimClient client = logIn(start(SimulatorConfig.vcenter()));
    ManagedObjectReference root = client.serviceContent().rootFolder();

    assertThat(members(client, view(client, root, true, "VirtualMachine"))).hasSize(12);
    assertThat(members(client, view(client, root, true, "HostSystem"))).hasSize(5);
    assertThat(members(client, view(client, root, true, "ComputeResource")))
        .extracting(ManagedObjectReference::type)
        .containsOnly("ComputeResource", "ClusterComputeResource");
    assertThat(members(client, view(client, root, true, "VirtualMachine", "Datacenter")))
        .hasSize(14);
  }

  @Test
  void aFlatViewHoldsTheChildrenOnly() {
    VimClient client = logIn(start());
    ManagedObjectReference root = client.serviceContent().rootFolder();

    assertThat(members(client, view(client, root, false)))
        .extracting(ManagedObjectReference::type)
        .containsExactly("Datacenter");
    assertThat(members(client, view(client, root, false, "VirtualMachine"))).isEmpty();
  }

  @Test
  void theMembersCanBeReadThroughTheView() {
    VimClient client = logIn(start());
    ManagedObjectReference view =
        view(client, client.serviceContent().rootFolder(), true, "VirtualMachine");

    assertThat(client.propertyCollector().retrieve(through(view, "name")))
        .extracting(ObjectProperties::object)
        .hasSize(5)
        .isEqualTo(members(client, view));
  }

  @Test
  void aWatchedViewReportsNewAndRemovedMachines() {
    Simulator host = start();
    VimClient client = logIn(host);
    ManagedObjectReference view =
        view(client, client.serviceContent().rootFolder(), true, "VirtualMachine");
    Watch watch = Watch.of(client, through(view, "name"));
    assertThat(watch.next()).hasSize(5);

    ManagedObjectReference added = host.vms().add("late").ref();
    assertThat(watch.next()).extracting(ObjectUpdate::obj).containsExactly(added);
    host.vms().remove("web-1");
    assertThat(watch.next()).extracting(ObjectUpdate::kind).containsExactly(ObjectUpdateKind.LEAVE);
  }

  @Test
  void theMembersLeaveWithTheirView() {
    VimClient client = logIn(start());
    ManagedObjectReference view =
        view(client, client.serviceContent().rootFolder(), true, "VirtualMachine");
    Watch watch = Watch.of(client, through(view, "name"));
    watch.next();

    client.run(new DestroyView(view));

    assertThat(watch.next())
        .hasSize(5)
        .extracting(ObjectUpdate::kind)
        .containsOnly(ObjectUpdateKind.LEAVE);
  }

  @Test
  void aListViewHoldsWhatItIsGiven() {
    Simulator host = start();
    VimClient client = logIn(host);
    ManagedObjectReference web = host.vms().get("web-1").ref();

    ManagedObjectReference view =
        client.call(
            new CreateListView(
                Objects.requireNonNull(client.serviceContent().viewManager()), List.of(web, web)));

    assertThat(members(client, view)).containsExactly(web);
  }

  @Test
  void aDestroyedViewIsGone() {
    Simulator host = start();
    VimClient client = logIn(host);
    ManagedObjectReference view = view(client, client.serviceContent().rootFolder(), true);
    assertThat(host.sessions().getFirst().views()).isEqualTo(1);

    client.run(new DestroyView(view));

    assertThat(host.sessions().getFirst().views()).isZero();
    assertThat(faultOf(() -> client.run(new DestroyView(view)))).isEqualTo("ManagedObjectNotFound");
  }

  @Test
  void aViewOfNoContainerIsRefused() {
    Simulator host = start();
    VimClient client = logIn(host);

    assertThat(faultOf(() -> view(client, sessionManager(client), true)))
        .isEqualTo("InvalidArgument");
    assertThat(faultOf(() -> view(client, new ManagedObjectReference("Folder", "nosuch"), true)))
        .isEqualTo("ManagedObjectNotFound");
  }

  @Test
  void theObjectsOfAListCanBeReplacedAndChanged() {
    Simulator host = start();
    VimClient client = logIn(host);
    ManagedObjectReference manager = Objects.requireNonNull(client.serviceContent().viewManager());
    ManagedObjectReference web = host.vms().get("web-1").ref();
    ManagedObjectReference db = host.vms().get("db-1").ref();
    ManagedObjectReference gone = new ManagedObjectReference("VirtualMachine", "99");
    ManagedObjectReference list = client.call(new CreateListView(manager, List.of()));

    assertThat(client.call(new ResetListView(list, List.of(web, gone)))).containsExactly(gone);
    assertThat(members(client, list)).containsExactly(web);
    assertThat(client.call(new ModifyListView(list, List.of(db), List.of(web)))).isEmpty();
    assertThat(members(client, list)).containsExactly(db);

    ManagedObjectReference copy = client.call(new CreateListViewFromView(manager, list));
    assertThat(members(client, copy)).containsExactly(db);
    client.run(
        new ResetListViewFromView(
            copy, view(client, client.serviceContent().rootFolder(), true, "VirtualMachine")));
    assertThat(members(client, copy)).hasSize(5);
  }

  @Test
  void whoLooksThroughAListSeesItsObjectsComeAndGo() {
    Simulator host = start();
    VimClient client = logIn(host);
    ManagedObjectReference manager = Objects.requireNonNull(client.serviceContent().viewManager());
    ManagedObjectReference web = host.vms().get("web-1").ref();
    ManagedObjectReference list = client.call(new CreateListView(manager, List.of()));
    PropertyFilterSpec spec =
        new PropertyFilter()
            .select("VirtualMachine", "name")
            .from(list, PropertyFilter.traversal("view", "ListView", "view"))
            .build();
    try (Watch watch = Watch.alone(client, spec)) {
      client.call(new ResetListView(list, List.of(web)));
      assertThat(watch.next()).extracting(ObjectUpdate::obj).containsExactly(web);
      client.call(new ModifyListView(list, List.of(), List.of(web)));
      assertThat(watch.next())
          .extracting(ObjectUpdate::kind)
          .containsExactly(ObjectUpdateKind.LEAVE);
    }
  }
}
