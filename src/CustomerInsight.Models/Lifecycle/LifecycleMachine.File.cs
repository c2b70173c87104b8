namespace CustomerInsight.Models;

public sealed partial record LifecycleMachine
{
    /// <summary>The version of the file format that <see cref="Save"/> writes.</summary>
    public const int FormatVersion = 1;

    private const string FileKind = "customer-insight/lifecycle";

    /// <summary>Writes the machine as JSON that a person can edit.</summary>
    /// <param name="destination">Where to. Stays open.</param>
    /// <remarks>
    /// Under <c>model</c>: <c>start</c>; <c>states</c>, each with <c>name</c>, <c>description</c> and <c>final</c>; <c>transitions</c>, each with <c>from</c> (a list), <c>to</c> and one of
    /// <c>activity</c> (<c>type</c>, <c>count</c>, <c>withinDays</c>), <c>silence</c> (<c>type</c>, <c>days</c>, <c>ownGaps</c>, <c>minimumGaps</c>, <c>atLeastDays</c>, <c>atMostDays</c>)
    /// or <c>stay</c> (<c>days</c>). A <c>type</c> that is left out stands for any activity; other numbers that are left out have their defaults.
    /// </remarks>
    public void Save(Stream destination) => ModelFile.Save(destination, FileKind, FormatVersion, LifecycleFile.From(this), ModelJson.Default.LifecycleFile);

    /// <summary>Reads a machine that <see cref="Save"/> or a person wrote, in this or an earlier version.</summary>
    /// <param name="source">Where from. Stays open.</param>
    /// <returns>The machine, equal to the one saved.</returns>
    /// <exception cref="ModelFileException">The file is of a newer version, holds something else or is damaged, or the machine cannot work: the message names every problem.</exception>
    public static LifecycleMachine Load(Stream source) => ModelFile.Load(source, FileKind, FormatVersion, ModelJson.Default.LifecycleFile, static file => file.ToMachine());
}
