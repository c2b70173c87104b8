namespace CustomerInsight.Models.Tests;

public sealed class ChurnModelDriftTests
{
    private static readonly DateTimeOffset CutOff = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Drift_CustomersOfAChurnModel_IsSeenAgainstThoseItLearnedFrom()
    {
        (TraitTable first, bool[] firstLabels) = Draw(600, 1, 0);
        (TraitTable second, bool[] secondLabels) = Draw(500, 2, 0);
        var panel = new CustomerPanel([Labelled(first, firstLabels, CutOff), Labelled(second, secondLabels, CutOff.AddDays(90))]);
        ChurnModel model = new ChurnEstimator(new ChurnOptions { Classifier = ChurnClassifier.Logistic }).Fit(panel, out ChurnValidation? validation).Model!;

        Assert.Equal(1_100, model.Learned.Rows);
        Assert.Equal(["silence", "prediction", "label"], model.Learned.Profiles.Select(static profile => profile.Name));
        CrossValidation found = validation!.Candidates.Single(candidate => candidate.Classifier == validation.Chosen).Validation!;
        Assert.Equal(found.Margins.Where(static margin => !double.IsNaN(margin)).Average(margin => model.Calibration!.Probability(margin)), model.Learned.Profiles[1].Mean!.Value, 1e-9);
        Assert.Equal(0, model.Learned.Profiles[1].Missing);
        Assert.Equal((firstLabels.Count(static label => label) + secondLabels.Count(static label => label)) / 1_100.0, model.Learned.Profiles[2].Mean!.Value, 1e-12);

        (TraitTable same, bool[] sameLabels) = Draw(400, 3, 0);
        DriftReport steady = model.Drift(new CustomerSnapshot(CutOff.AddDays(180), same), sameLabels);
        Assert.Equal(3, steady.Rows.Count);
        Assert.Equal(DriftLevel.Stable, steady.Level);

        DriftReport moved = model.Drift(new CustomerSnapshot(CutOff.AddDays(180), Draw(400, 3, 1.5).Table));
        Assert.Equal(["silence", "prediction"], moved.Rows.Select(static row => row.Name));
        Assert.All(moved.Rows, static row => Assert.Equal(DriftLevel.Alert, row.Level));

        using var file = new MemoryStream();
        model.Save(file);
        file.Position = 0;
        Assert.Equal(model, ChurnModel.Load(file));
        Assert.Throws<ArgumentException>(() => model.Drift(new CustomerSnapshot(CutOff, same), [true]));
    }

    private static LabelledSnapshot Labelled(TraitTable table, bool[] labels, DateTimeOffset cutOff) =>
        new(new CustomerSnapshot(cutOff, table), CustomerLabels.Given(cutOff, cutOff.AddDays(90), table.Customers, labels));

    private static (TraitTable Table, bool[] Labels) Draw(int rows, ulong seed, double shift)
    {
        var random = new SeededRandom(seed);
        double[] silence = [.. Enumerable.Range(0, rows).Select(_ => shift + random.NextNormal())];
        TraitTable table = TraitTable.Create(
            [.. Enumerable.Range(0, rows).Select(row => $"c{seed}-{row:0000}")], null, [TraitColumn.Numbers("silence", silence), TraitColumn.Numbers("constant", [.. Enumerable.Repeat(7.0, rows)])]);
        return (table, [.. silence.Select(value => value + random.NextNormal() > shift)]);
    }
}
