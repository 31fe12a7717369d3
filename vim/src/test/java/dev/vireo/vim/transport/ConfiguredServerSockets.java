package dev.vireo.vim.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.function.Consumer;
import javax.net.ServerSocketFactory;

/** Server sockets of another factory, each configured before its use. */
final class ConfiguredServerSockets extends ServerSocketFactory {

  private final ServerSocketFactory factory;
  private final Consumer<ServerSocket> configuration;

  ConfiguredServerSockets(ServerSocketFactory factory, Consumer<ServerSocket> configuration) {
    this.factory = factory;
    this.configuration = configuration;
  }

  @Override
  public ServerSocket createServerSocket(int port, int backlog, InetAddress address)
      throws IOException {
    ServerSocket socket = factory.createServerSocket(port, backlog, address);
    configuration.accept(socket);
    return socket;
  }

  @Override
  public ServerSocket createServerSocket(int port, int backlog) throws IOException {
    throw new IOException("a test listens on the loopback interface only");
  }

  @Override
  public ServerSocket createServerSocket(int port) throws IOException {
    throw new IOException("a test listens on the loopback interface only");
  }
}
