using CustomerInsight.Matching;

namespace CustomerInsight.Benchmarks;

/// <summary>Matching by a model that Splink saved, with its blocking rules and no limit of pairs or blocks.</summary>
internal sealed class SplinkSetup(SplinkModel model) : IMatchTrainer
{
    /// <summary>Reads the model; what cannot be taken of it is written to the error stream.</summary>
    public static SplinkSetup Read(string file, TextWriter error)
    {
        using FileStream stream = File.OpenRead(file);
        var model = SplinkModel.Read(stream);
        foreach (SplinkNote note in model.Notes)
        {
            error.WriteLine($"{note.Where}: {note.Text}");
        }

        return new SplinkSetup(model);
    }

    public MatchingStage Stage(MatchConstraints constraints, LinkMode linkMode) => new(
        _ => new MatchDesign
        {
            Comparisons = ValueList.From(model.Model.Comparisons.Select(static parameters => parameters.Comparison)),
            BlockingRules = ValueList.From<IBlockingRule>(model.BlockingRules),
            DeterministicRules = [],
            TrainingRules = [],
        },
        new MatchingOptions { PairsPerRecord = 10_000, LargestBlock = 100_000, LinkMode = linkMode },
        trainer: this,
        constraints: constraints);

    /// <summary>Splink saves no term frequencies: they are those of the records.</summary>
    public MatchTraining Train(StandardizedTable table, MatchDesign design, MatchingOptions options, ParallelOptions parallel) =>
        new PretrainedModel(model.Model.WithTermFrequenciesOf(table)).Train(table, design, options, parallel);
}
