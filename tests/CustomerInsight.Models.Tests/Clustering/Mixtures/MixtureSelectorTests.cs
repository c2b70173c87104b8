using System.Text.Json;

namespace CustomerInsight.Models.Tests;

public sealed class MixtureSelectorTests
{
    /// <summary>The numbers that the documentation of R's mclust prints for iris, there with the sign turned: VVV, EEE, VVI and VII.</summary>
    [SharedFact]
    public void Choose_Iris_FindsTwoEllipsoidsAsMclustDoes()
    {
        var options = new MixtureSelectionOptions { MostGroups = 3, Mixture = new GaussianMixtureOptions { Scaling = Flowers.AsMeasured } };

        MixtureChoice choice = new MixtureSelector(options).Choose(Flowers.Iris());

        Assert.Equal((2, CovarianceKind.Full), (choice.Chosen!.Groups, choice.Chosen.Covariance));
        Assert.Equal(2, choice.Fit.Model!.Groups);
        Assert.Equal(12, choice.Candidates.Count);
        Assert.Equal(829.9782, Bic(1, CovarianceKind.Full), 0.01);
        Assert.Equal(574.0178, Bic(2, CovarianceKind.Full), 0.01);
        Assert.Equal(688.0972, Bic(2, CovarianceKind.Tied), 0.01);
        Assert.Equal(857.5515, Bic(2, CovarianceKind.Diagonal), 0.01);
        Assert.Equal(1012.2352, Bic(2, CovarianceKind.Spherical), 0.01);
        Assert.StartsWith("2 groups with Full covariance have the least BIC of 12 sound mixtures, by 6.8 before 3 with Full", choice.Describe(), StringComparison.Ordinal);

        double Bic(int groups, CovarianceKind kind) => choice.Candidates.Single(candidate => candidate.Groups == groups && candidate.Covariance == kind).Criteria!.Bic;
    }

    [Fact]
    public void Choose_Heaps_FindsAsManyAndDrawsThem()
    {
        var heard = new Heard();
        var options = new MixtureSelectionOptions { MostGroups = 5, Covariances = [CovarianceKind.Spherical, CovarianceKind.Diagonal] };

        MixtureChoice choice = new MixtureSelector(options).Choose(Flowers.Heaps(600, 2, 3, 5, 0.3), heard);

        Assert.Equal(3, choice.Chosen!.Groups);
        Assert.Equal(Enumerable.Range(1, 10), heard.Values);
        using var chart = JsonDocument.Parse(choice.ToVegaLite());
        Assert.Equal(10, chart.RootElement.GetProperty("data").GetProperty("values").GetArrayLength());
    }

    [Fact]
    public void Choose_TooLittle_ChoosesNone()
    {
        MixtureChoice choice = new MixtureSelector().Choose(FeatureMatrix.Create(["x"], []));

        Assert.Null(choice.Chosen);
        Assert.Null(choice.Fit.Model);
        Assert.Equal(FitStatus.TooLittleData, choice.Fit.Report.Status);
        Assert.StartsWith("No mixture could be fitted soundly", choice.Describe(), StringComparison.Ordinal);
    }

    [Fact]
    public void Selector_UnusableOptions_Refuses()
    {
        Assert.Throws<ArgumentException>(() => new MixtureSelector(new MixtureSelectionOptions { FewestGroups = 9 }));
        Assert.Throws<ArgumentException>(() => new MixtureSelector(new MixtureSelectionOptions { Covariances = [] }));
        Assert.Throws<ArgumentException>(() => new MixtureSelector(new MixtureSelectionOptions { Mixture = new GaussianMixtureOptions { Tolerance = 2 } }));
    }
}
