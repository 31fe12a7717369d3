package dev.vireo.cli.verb.vmx;

import dev.vireo.cli.Call;
import dev.vireo.cli.CommandException;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.Completer;
import dev.vireo.cli.grammar.OptionSpec;
import dev.vireo.vmx.DatastorePath;
import dev.vireo.vmx.DatastoreResolver;
import dev.vireo.vmx.DatastoreResolver.Datastore;
import dev.vireo.vmx.FileNameResolver;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * File names where no host says what they mean: by the datastores and the directory that the user
 * names. What they do not tell stays as it is, and a datastore without mount path is taken to be
 * mounted by its name, as ESX does it.
 */
final class OfflineFileNames implements FileNameResolver {
  static final String DATASTORE = "datastore";
  static final String DIRECTORY = "directory";
  private static final String VOLUMES = "/vmfs/volumes/";
  private static final Pattern ABSOLUTE = Pattern.compile("/|\\\\|[A-Za-z]:[/\\\\]");

  private final List<Datastore> datastores;
  private final @Nullable DatastorePath directory;

  private OfflineFileNames(List<Datastore> datastores, @Nullable DatastorePath directory) {
    this.datastores = List.copyOf(datastores);
    this.directory = directory;
  }

  /** Each name stays as it is. */
  static OfflineFileNames asTheyAre() {
    return new OfflineFileNames(List.of(), null);
  }

  /** Adds the options that say what names mean. */
  static CommandSpec.Builder addOptions(CommandSpec.Builder spec) {
    return spec.option(
            OptionSpec.list(
                DATASTORE, "NAME=PATH: where the host has mounted a datastore", Completer.NONE))
        .option(
            OptionSpec.named(
                DIRECTORY,
                "where the VMX file lies on the host, such as '[datastore1] web'",
                Completer.NONE));
  }

  /**
   * The names that the options of a call say.
   *
   * @throws CommandException when an option is malformed
   */
  static OfflineFileNames of(Call call) {
    List<Datastore> datastores = new ArrayList<>();
    for (String option : call.all(DATASTORE)) {
      Datastore added = datastore(option);
      if (datastores.stream().anyMatch(other -> other.name().equals(added.name()))) {
        throw new CommandException("--datastore names '" + added.name() + "' twice")
            .withHint("a datastore has one path");
      }
      datastores.add(added);
    }
    String directory = call.string(DIRECTORY);
    return new OfflineFileNames(
        datastores, directory == null ? null : directory(directory, datastores));
  }

  private static Datastore datastore(String option) {
    int equals = option.indexOf('=');
    if (equals <= 0 || equals == option.length() - 1) {
      throw new CommandException("--datastore '" + option + "' is not NAME=PATH")
          .withHint("write it like datastore1=/vmfs/volumes/4c61f1a0-4bd0cd98");
    }
    String name = option.substring(0, equals);
    String path = option.substring(equals + 1);
    if (!ABSOLUTE.matcher(path).lookingAt()) {
      throw new CommandException("--datastore '" + option + "': the path is not absolute")
          .withHint("write it like /vmfs/volumes/" + name + " or C:\\Machines");
    }
    return new Datastore(name, path);
  }

  private static DatastorePath directory(String option, List<Datastore> datastores) {
    DatastorePath path =
        DatastorePath.parse(option, () -> datastores.stream().map(Datastore::name).toList());
    if (path == null) {
      throw new CommandException("--directory '" + option + "' is not a directory of a datastore")
          .withHint("write it like '[datastore1] web'");
    }
    String name = path.path();
    return name.endsWith("/")
        ? new DatastorePath(path.datastore(), name.substring(0, name.length() - 1))
        : path;
  }

  @Override
  public @Nullable String toDomain(String name) {
    boolean relative = !name.startsWith("/") && name.indexOf('\\') < 0;
    if (directory == null && relative) {
      return name;
    }
    String path = new DatastoreResolver(datastores, vmx()).toDomain(name);
    return path == null ? name : path;
  }

  @Override
  public String toVmx(String path) {
    DatastorePath file = DatastorePath.parse(path, this::names);
    if (file == null) {
      return path;
    }
    for (Datastore datastore : datastores) {
      if (datastore.name().equals(file.datastore())) {
        return new DatastoreResolver(datastores, vmx()).toVmx(path);
      }
    }
    return VOLUMES + file.datastore() + "/" + file.path();
  }

  private List<String> names() {
    List<String> names = new ArrayList<>();
    datastores.forEach(datastore -> names.add(datastore.name()));
    if (directory != null) {
      names.add(directory.datastore());
    }
    return names;
  }

  /** Any file in the directory: only its place counts. */
  private DatastorePath vmx() {
    if (directory == null) {
      return new DatastorePath("?", "?");
    }
    String path = directory.path();
    return new DatastorePath(directory.datastore(), path.isEmpty() ? "?" : path + "/?");
  }
}
