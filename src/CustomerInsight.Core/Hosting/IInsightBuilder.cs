namespace Microsoft.Extensions.DependencyInjection;

/// <summary>What a host composes one engine with; each package adds its own methods to it.</summary>
public interface IInsightBuilder
{
    /// <summary>Gets the engine's name; empty for the default engine.</summary>
    string Name { get; }

    /// <summary>Gets the host's services.</summary>
    IServiceCollection Services { get; }
}
