package dev.vireo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.vim.VimClient;
import dev.vireo.vim.methods.SearchDatastoreSubFolders_Task;
import dev.vireo.vim.methods.SearchDatastore_Task;
import dev.vireo.vim.types.FileInfo;
import dev.vireo.vim.types.FileQuery;
import dev.vireo.vim.types.FileQueryFlags;
import dev.vireo.vim.types.HostDatastoreBrowserSearchResults;
import dev.vireo.vim.types.HostDatastoreBrowserSearchSpec;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.TaskInfo;
import dev.vireo.vim.types.TaskInfoState;
import dev.vireo.vim.types.VmDiskFileQuery;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Looking for files and folders. */
class DatastoreSearchTest extends HostTestBase {

  private static final FileQueryFlags DETAILS = new FileQueryFlags(true, true, true, true);

  private VimClient client;
  private ManagedObjectReference browser;

  @BeforeEach
  void logIn() {
    Simulator host = start();
    client = logIn(host);
    ManagedObjectReference vm = host.vms().get("web-1").ref();
    ManagedObjectReference datastore =
        client
            .propertyCollector()
            .retrieve(vm, "datastore")
            .list("datastore", ManagedObjectReference.class)
            .getFirst();
    browser =
        client
            .propertyCollector()
            .retrieve(datastore, "browser")
            .get("browser", ManagedObjectReference.class);
  }

  private static HostDatastoreBrowserSearchSpec spec(
      @Nullable FileQueryFlags details, List<FileQuery> queries, String... patterns) {
    return new HostDatastoreBrowserSearchSpec(queries, details, null, List.of(patterns), null);
  }

  private HostDatastoreBrowserSearchResults search(
      String path, HostDatastoreBrowserSearchSpec spec) {
    return (HostDatastoreBrowserSearchResults)
        result(client.call(new SearchDatastore_Task(browser, path, spec)));
  }

  private Object result(ManagedObjectReference task) {
    TaskInfo info = finished(client, task);
    assertThat(info.state()).isEqualTo(TaskInfoState.SUCCESS);
    return Objects.requireNonNull(info.result());
  }

  private static List<String> paths(HostDatastoreBrowserSearchResults results) {
    return results.file().stream().map(FileInfo::path).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[datastore1]",
        "[datastore1] ",
        "[datastore1] .",
        "[datastore1] ./",
        "[datastore1] /",
        "[datastore1] web-1/.."
      })
  void theRootHoldsTheFoldersOfTheMachines(String path) {
    HostDatastoreBrowserSearchResults found = search(path, spec(null, List.of()));

    assertThat(found.folderPath()).isEqualTo("[datastore1]");
    assertThat(paths(found))
        .containsExactlyInAnyOrder(
            "web-1", "db-1", "build agent", "mail archive", "Büro_Test 100_");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[datastore1] web-1",
        "[datastore1] web-1/",
        "[datastore1] ./web-1",
        "[datastore1] /web-1",
        "[datastore1] db-1/../web-1/."
      })
  void stepsThatLeadNowhereDoNotMatter(String path) {
    HostDatastoreBrowserSearchResults found = search(path, spec(null, List.of()));

    assertThat(found.folderPath()).isEqualTo("[datastore1] web-1");
    assertThat(paths(found)).containsExactly("web-1-flat.vmdk", "web-1.vmdk", "web-1.vmx");
  }

  @Test
  void detailsSayWhatIsAFolder() {
    List<FileInfo> root = search("[datastore1]", spec(DETAILS, List.of(), "web*")).file();
    List<FileInfo> files = search("[datastore1] web-1", spec(DETAILS, List.of())).file();

    assertThat(root)
        .singleElement()
        .isInstanceOfSatisfying(
            FileInfo.class,
            folder -> {
              assertThat(folder.typeName()).isEqualTo("FolderFileInfo");
              assertThat(folder.fileSize()).isEqualTo(0L);
              assertThat(folder.modification()).isNotNull();
              assertThat(folder.owner()).isEqualTo("root");
            });
    assertThat(files)
        .extracting(FileInfo::typeName)
        .containsExactly("FileInfo", "VmDiskFileInfo", "VmConfigFileInfo");
  }

  @Test
  void queriesChooseKinds() {
    FileQuery folders = new FileQuery.Other("FolderFileQuery", List.of());
    FileQuery any = new FileQuery.Plain();
    FileQuery configurations = new FileQuery.Other("VmConfigFileQuery", List.of());
    FileQuery disks = new VmDiskFileQuery(null, null);

    assertThat(paths(search("[datastore1]", spec(null, List.of(folders))))).hasSize(5);
    assertThat(paths(search("[datastore1]", spec(null, List.of(disks))))).isEmpty();
    assertThat(paths(search("[datastore1] web-1", spec(null, List.of(folders, configurations)))))
        .containsExactly("web-1.vmx");
    assertThat(paths(search("[datastore1] web-1", spec(null, List.of(disks)))))
        .containsExactly("web-1.vmdk");
    assertThat(paths(search("[datastore1] web-1", spec(null, List.of(any))))).hasSize(3);
  }

  @Test
  void subFoldersAreSearchedAsWell() {
    Object found =
        result(
            client.call(
                new SearchDatastoreSubFolders_Task(
                    browser, "[datastore1] .", spec(null, List.of(), "*.vmx"))));

    assertThat((List<?>) found)
        .hasSize(6)
        .map(HostDatastoreBrowserSearchResults.class::cast)
        .anySatisfy(results -> {
          assertThat(results.folderPath()).isEqualTo("[datastore1] web-1");
          assertThat(paths(results)).containsExactly("web-1.vmx");
        });
  }

  @Test
  void placesThatAreNotThereAreRefused() {
    for (String path :
        List.of("[other] web-1", "web-1", "[datastore1] ..", "[datastore1] a/../..")) {
      assertThat(
              faultOf(() ->
                  client.call(new SearchDatastore_Task(browser, path, spec(null, List.of())))))
          .isEqualTo("InvalidArgument");
    }
    ManagedObjectReference task =
        client.call(
            new SearchDatastore_Task(browser, "[datastore1] nosuch", spec(null, List.of())));
    assertThat(finished(client, task).state()).isEqualTo(TaskInfoState.ERROR);
  }
}
