import Simulation
import Testing

/// Placeholder.
struct SimulatorTests {}
