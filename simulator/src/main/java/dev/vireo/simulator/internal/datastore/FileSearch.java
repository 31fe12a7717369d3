package dev.vireo.simulator.internal.datastore;

import dev.vireo.simulator.internal.files.DiskDescriptor;
import dev.vireo.simulator.internal.files.FileContent;
import dev.vireo.simulator.internal.files.FileStore;
import dev.vireo.simulator.internal.schema.ApiRelease;
import dev.vireo.simulator.internal.schema.ObjectBuilder;
import dev.vireo.vim.types.FileQuery;
import dev.vireo.vim.types.FileQueryFlags;
import dev.vireo.vim.types.HostDatastoreBrowserSearchSpec;
import dev.vireo.vim.types.ObjectOf;
import dev.vireo.vim.types.VmDiskFileQuery;
import dev.vireo.vim.types.VmDiskFileQueryFlags;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a client looks for on a datastore, and what it is told of what is found. */
final class FileSearch {

  private static final VmDiskFileQueryFlags NOTHING =
      new VmDiskFileQueryFlags(false, false, false, null, null, null, null);
  private static final FileQueryFlags NO_DETAILS = new FileQueryFlags(false, false, false, null);

  private final HostDatastoreBrowserSearchSpec spec;
  private final FileQueryFlags details;
  private final Pattern names;
  private final ApiRelease api;

  /**
   * @param api the release in which files are told of
   */
  FileSearch(HostDatastoreBrowserSearchSpec spec, ApiRelease api) {
    this.spec = spec;
    this.details = spec.details() == null ? NO_DETAILS : spec.details();
    this.names = pattern(spec);
    this.api = api;
  }

  private static Pattern pattern(HostDatastoreBrowserSearchSpec spec) {
    String expression =
        spec.matchPattern().stream()
            .map(pattern -> Pattern.quote(pattern).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q"))
            .collect(Collectors.joining("|"));
    boolean anyCase = !Boolean.FALSE.equals(spec.searchCaseInsensitive());
    return Pattern.compile(
        spec.matchPattern().isEmpty() ? ".*" : expression,
        anyCase ? (Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE) : 0);
  }

  /** What is found directly in a directory of a datastore. */
  List<ObjectOf> in(FileStore files, String directory) {
    List<String> found =
        files.list(directory).stream()
            .filter(name -> names.matcher(withoutSlash(name)).matches())
            .collect(Collectors.toList());
    if (Boolean.TRUE.equals(spec.sortFoldersFirst())) {
      found.sort((a, b) -> Boolean.compare(b.endsWith("/"), a.endsWith("/")));
    }
    return found.stream()
        .flatMap(name -> {
          String path = directory.isEmpty() ? name : directory + "/" + name;
          return describe(name, path, files).stream();
        })
        .toList();
  }

  private static String withoutSlash(String name) {
    return name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
  }

  /** Nothing for what is of no kind that is looked for, and for a file that has gone meanwhile. */
  private Optional<ObjectOf> describe(String name, String path, FileStore files) {
    FileContent content = files.get(path);
    FileKind kind = FileKind.of(name);
    Optional<FileQuery> query =
        spec.query().stream().filter(each -> kind.isSoughtBy(each.typeName())).findFirst();
    boolean wanted = spec.query().isEmpty() || query.isPresent();
    if (!wanted || (content == null && kind != FileKind.FOLDER)) {
      return Optional.empty();
    }
    boolean typed = details.fileType() || query.isPresent();
    ObjectBuilder info =
        ObjectBuilder.of(typed ? kind.info() : FileKind.ANY_INFO, api)
            .put("path", withoutSlash(name));
    if (details.fileSize()) {
      info.put("fileSize", content == null ? 0L : content.size());
    }
    if (details.modification()) {
      info.put(
          "modification",
          content == null ? files.modified(withoutSlash(path)) : content.modified());
    }
    if (Boolean.TRUE.equals(details.fileOwner())) {
      info.put("owner", "root");
    }
    if (content != null && query.orElse(null) instanceof VmDiskFileQuery disk) {
      addDisk(info, content, disk.details() == null ? NOTHING : disk.details());
    }
    return Optional.of(info.build());
  }

  private static void addDisk(ObjectBuilder info, FileContent content, VmDiskFileQueryFlags asked) {
    DiskDescriptor descriptor = DiskDescriptor.of(content);
    info.put("diskType", asked.diskType() ? "VirtualDiskFlatVer2BackingInfo" : null)
        .put("capacityKb", asked.capacityKb() ? descriptor.capacityKb() : null)
        .put("hardwareVersion", asked.hardwareVersion() ? descriptor.hardwareVersion() : null);
    if (Boolean.TRUE.equals(asked.controllerType())) {
      info.put("controllerType", descriptor.controllerType());
    }
    if (Boolean.TRUE.equals(asked.thin())) {
      info.put("thin", descriptor.thin());
    }
  }
}
