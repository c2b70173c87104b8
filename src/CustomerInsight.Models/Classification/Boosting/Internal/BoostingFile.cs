namespace CustomerInsight.Models;

internal sealed class BoostingFile
{
    public required string[] Columns { get; init; }

    public required string[] Categories { get; init; }

    public required double StartingMargin { get; init; }

    public required int Members { get; init; }

    public required BoostingTreeFile[] Trees { get; init; }

    public required double[] TrainingLosses { get; init; }

    public double[]? ValidationLosses { get; init; }

    public static BoostingFile From(BoostingModel model) => new()
    {
        Columns = [.. model.Columns],
        Categories = [.. model.Categories],
        StartingMargin = model.StartingMargin,
        Members = model.Members,
        Trees = [.. model.Trees.Select(BoostingTreeFile.From)],
        TrainingLosses = [.. model.Curve.Select(static round => round.TrainingLoss)],
        ValidationLosses = model.Curve.Any(static round => round.ValidationLoss is not null) ? [.. model.Curve.Select(static round => round.ValidationLoss ?? 0)] : null,
    };

    public BoostingModel ToModel()
    {
        if (Columns is null || Categories is null || TrainingLosses is null || Trees is null || Trees.Contains(null))
        {
            throw new ArgumentException("Columns, categories, losses or a tree are not there.");
        }

        if (ValidationLosses is { } held && held.Length != TrainingLosses.Length)
        {
            throw new ArgumentException("The rounds have not as many losses of rows left out as of rows learned from.");
        }

        bool[] isCategory = [.. Columns.Select(column => Categories.Contains(column))];
        return new BoostingModel(
            ValueList.Create<string>(Columns), ValueList.Create<string>(Categories), StartingMargin, ValueList.From(Trees.Select(tree => tree.ToTree(isCategory))))
        {
            Members = Members,
            Curve = ValueList.From(TrainingLosses.Select((loss, round) => new BoostingRound(round + 1, loss, ValidationLosses?[round]))),
        };
    }
}
