"""Three RabbitMQ nodes on one machine, and the processes that a trial starts."""

import contextlib
import os
import secrets
import shutil
import signal
import socket
import subprocess
import time

ROOT = os.path.realpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "../.."))
BROKER = "/usr/lib/rabbitmq/bin"
NODES = 3
READY_LIMIT = 120
ACCOUNTS = ("coordinator", "worker", "operator")


class Trouble(Exception):
    """Why the run cannot go on; a sentence."""


def free_ports(count):
    sockets = [socket.socket() for _ in range(count)]
    try:
        for each in sockets:
            each.bind(("127.0.0.1", 0))
        return [each.getsockname()[1] for each in sockets]
    finally:
        for each in sockets:
            each.close()


class Processes:
    """What was started, by process id. A guard beside ends what is left and removes the folder,
    should this process be killed itself."""

    def __init__(self, folder=None):
        self.running = []
        reader, writer = os.pipe()
        self.guard = os.fork()
        if self.guard == 0:
            os.close(writer)
            self.watch(reader, folder)
        os.close(reader)
        self.lifeline = os.fdopen(writer, "w", buffering=1)

    @staticmethod
    def watch(reader, folder):
        """The guard's life: lines `+id` and `-id`, until nobody is left who writes."""
        os.setsid()
        alive = []
        with os.fdopen(reader) as lines:
            for line in lines:
                (alive.append if line[0] == "+" else alive.remove)(int(line[1:]))
        # The port mapper, the first, goes last: what misses it starts one of its own.
        for leader in reversed(alive):
            with contextlib.suppress(ProcessLookupError):
                os.killpg(leader, signal.SIGKILL)
        if folder:
            shutil.rmtree(folder, ignore_errors=True)
        os._exit(0)

    def start(self, arguments, environment, log):
        """Starts a process that leads a group of its own."""
        with open(log, "ab") as output:
            process = subprocess.Popen(
                arguments, env=environment, stdin=subprocess.DEVNULL, stdout=output,
                stderr=output, start_new_session=True)
        self.lifeline.write(f"+{process.pid}\n")
        self.running.append(process)
        return process

    def end(self, process, number=signal.SIGKILL):
        """Ends a process with its children."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, number)
        process.wait()
        self.lifeline.write(f"-{process.pid}\n")
        self.running.remove(process)

    def run(self, arguments, environment, folder, limit):
        """Runs a process to its end; answers its exit code and what it printed."""
        log = os.path.join(folder, f"output-{secrets.token_hex(4)}")
        process = self.start(arguments, environment, log)
        try:
            status = process.wait(timeout=limit)
        finally:
            self.end(process)
        with open(log, encoding="utf-8") as file:
            text = file.read()
        os.remove(log)
        return status, text

    def stop(self):
        for process in list(reversed(self.running)):
            self.end(process)
        self.lifeline.close()
        os.waitpid(self.guard, 0)


class Node:
    """One node of the cluster, in a folder of its own."""

    def __init__(self, number, cluster):
        self.number = number
        self.cluster = cluster
        self.name = f"avtalt{number}-{cluster.mapper_port}@localhost"
        self.folder = os.path.join(cluster.folder, f"node{number}")
        self.port, self.distribution_port = free_ports(2)
        self.process = None
        os.makedirs(os.path.join(self.folder, "conf.d"))

    def configure(self):
        """The settings that are shipped, and after them what differs on one machine."""
        shutil.copy(
            os.path.join(ROOT, "ops/rabbitmq/rabbitmq.conf"),
            os.path.join(self.folder, "conf.d/10-avtalt.conf"))
        peers = "".join(
            f"cluster_formation.classic_config.nodes.{node.number} = {node.name}\n"
            for node in self.cluster.nodes)
        self.write("conf.d/20-cluster.conf", (
            f"listeners.tcp.default = 127.0.0.1:{self.port}\n"
            "disk_free_limit.absolute = 50MB\n"
            "cluster_formation.peer_discovery_backend = classic_config\n"
            f"{peers}"
            f"cluster_formation.target_cluster_size_hint = {NODES}\n"))
        self.write("plugins", "[].\n")

    def write(self, name, text):
        with open(os.path.join(self.folder, name), "w", encoding="utf-8") as file:
            file.write(text)

    def environment(self):
        home = self.cluster.folder
        return {
            "PATH": os.environ.get("PATH", "/usr/bin:/bin"),
            "HOME": home,
            "LANG": "C.UTF-8",
            "RABBITMQ_NODENAME": self.name,
            "RABBITMQ_NODE_IP_ADDRESS": "127.0.0.1",
            "RABBITMQ_NODE_PORT": str(self.port),
            "RABBITMQ_DIST_PORT": str(self.distribution_port),
            "RABBITMQ_MNESIA_BASE": f"{self.folder}/mnesia",
            "RABBITMQ_LOG_BASE": f"{self.folder}/log",
            "RABBITMQ_PID_FILE": f"{self.folder}/pid",
            "RABBITMQ_ENABLED_PLUGINS_FILE": f"{self.folder}/plugins",
            "RABBITMQ_CONFIG_FILES": f"{self.folder}/conf.d",
            "RABBITMQ_CONFIG_FILE": f"{self.folder}/none",
            "RABBITMQ_CONF_ENV_FILE": "/dev/null",
            "RABBITMQ_GENERATED_CONFIG_DIR": f"{self.folder}/generated",
            "RABBITMQ_SCHEMA_DIR": f"{self.folder}/schema",
            "ERL_EPMD_PORT": str(self.cluster.mapper_port),
            "ERL_EPMD_ADDRESS": "127.0.0.1",
            # Idle schedulers do not spin: what is beside needs the processor.
            "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS":
                "-kernel inet_dist_use_interface {127,0,0,1} +S 2:2 +sbwt none +sbwtdcpu none "
                "+sbwtdio none",
        }

    def start(self):
        self.process = self.cluster.processes.start(
            [f"{BROKER}/rabbitmq-server"], self.environment(), f"{self.folder}/output")

    def kill(self):
        self.cluster.processes.end(self.process)

    def run(self, *arguments):
        """Runs a program beside the node; answers its exit code and what it said."""
        environment = self.environment() | {"RABBITMQCTL": f"{BROKER}/rabbitmqctl"}
        return self.cluster.processes.run(arguments, environment, self.folder, READY_LIMIT)

    def wait(self):
        """Until clients can connect."""
        end = time.monotonic() + READY_LIMIT
        while time.monotonic() < end:
            if self.process.poll() is not None:
                raise Trouble(f"{self.name} has ended; see {self.folder}/output.")
            with contextlib.suppress(OSError), socket.create_connection(
                    ("127.0.0.1", self.port), 1) as connection:
                connection.settimeout(2)
                connection.sendall(b"AMQP\0\0\x09\x01")
                if connection.recv(1):
                    return
            time.sleep(0.2)
        raise Trouble(f"{self.name} is not ready after {READY_LIMIT} s.")


class Cluster:
    """Three nodes and their port mapper."""

    def __init__(self, folder, processes):
        self.folder = folder
        self.processes = processes
        self.mapper_port = free_ports(1)[0]
        cookie = os.path.join(folder, ".erlang.cookie")
        with open(cookie, "w", encoding="ascii") as file:
            file.write(secrets.token_hex(16))
        os.chmod(cookie, 0o400)
        self.passwords = {name: secrets.token_hex(16) for name in ACCOUNTS}
        self.nodes = [Node(number, self) for number in range(1, NODES + 1)]

    def start(self):
        self.processes.start(
            ["epmd", "-port", str(self.mapper_port), "-address", "127.0.0.1"],
            {"PATH": os.environ.get("PATH", ""), "HOME": self.folder},
            os.path.join(self.folder, "epmd"))
        for node in self.nodes:
            node.configure()
            node.start()
        for node in self.nodes:
            node.wait()
        status, text = self.nodes[0].run(
            f"{BROKER}/rabbitmqctl", "--quiet", "cluster_status")
        joined = sum(node.name in text for node in self.nodes)
        if status or joined < NODES:
            raise Trouble(f"Only {joined} of {NODES} nodes have joined: {text}")

    def load(self):
        """Accounts and definitions, by the script that is shipped."""
        folder = os.path.join(self.folder, "passwords")
        os.mkdir(folder, 0o700)
        for name, password in self.passwords.items():
            with open(os.path.join(folder, name), "w", encoding="ascii") as file:
                file.write(password + "\n")
        status, text = self.nodes[0].run(os.path.join(ROOT, "ops/rabbitmq/users"), folder)
        if status:
            raise Trouble(f"ops/rabbitmq/users: {status}, {text}")

    def address(self, account, first):
        """AVTALT_QUEUE with all nodes, beginning with one."""
        nodes = self.nodes[first:] + self.nodes[:first]
        return ",".join(
            f"amqp://{account}:{self.passwords[account]}@127.0.0.1:{node.port}/avtalt"
            for node in nodes)
