using Microsoft.Extensions.Logging;

namespace CustomerInsight;

/// <summary>What an engine is made of. A container fills it from the host's registrations; without one, set it by hand.</summary>
public sealed class InsightSetup
{
    /// <summary>Gets what holds for the whole run.</summary>
    /// <value>The defaults.</value>
    public InsightOptions Options { get; init; } = new();

    /// <summary>Gets the sources of records; their names differ.</summary>
    /// <value>None.</value>
    public IReadOnlyList<IRecordSource> RecordSources { get; init; } = [];

    /// <summary>Gets the sources of activities; their names differ.</summary>
    /// <value>None.</value>
    public IReadOnlyList<IActivitySource> ActivitySources { get; init; } = [];

    /// <summary>Gets the stages that packages and the host contribute: matching, models, more.</summary>
    /// <value>None: records are read, standardized, each made a profile, and activities find their customers.</value>
    public IReadOnlyList<IInsightStage> Stages { get; init; } = [];

    /// <summary>Gets the standardizers.</summary>
    /// <value><see cref="StandardizerSet.Default"/>.</value>
    public StandardizerSet Standardizers { get; init; } = StandardizerSet.Default;

    /// <summary>Gets what makes one profile of the records of a cluster.</summary>
    /// <value>A <see cref="ProfileMerger"/> with its default rules.</value>
    public IProfileMerger Merger { get; init; } = new ProfileMerger(MergeRules.Standard);

    /// <summary>Gets where profiles are stored at the end of a run, or null to keep them in the result only.</summary>
    /// <value>Null.</value>
    public IProfileStore? ProfileStore { get; init; }

    /// <summary>Gets where the engine logs, or null.</summary>
    /// <value>Null.</value>
    public ILogger? Logger { get; init; }
}
