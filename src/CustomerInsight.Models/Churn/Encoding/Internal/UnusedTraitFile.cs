namespace CustomerInsight.Models;

/// <summary>A trait that is not used, in a file.</summary>
internal sealed class UnusedTraitFile
{
    public required string Trait { get; init; }

    public required string Reason { get; init; }
}
