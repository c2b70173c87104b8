namespace CustomerInsight.Models.Tests;

/// <summary>Numbers of scikit-learn 1.2.1 on iris, three groups, converged.</summary>
public sealed class GaussianMixtureReferenceTests
{
    [SharedTheory]
    [InlineData(CovarianceKind.Full, 580.838908)]
    [InlineData(CovarianceKind.Tied, 632.963334)]
    [InlineData(CovarianceKind.Diagonal, 744.631661)]
    [InlineData(CovarianceKind.Spherical, 853.808990)]
    public void Fit_Iris_HasTheReferenceBic(CovarianceKind kind, double bic)
    {
        FeatureMatrix iris = Flowers.Iris();

        FitResult<GaussianMixtureModel> fit = Fit(iris, kind);

        Assert.True(fit.Report.Converged);
        Assert.Equal(bic, fit.Model!.Evaluate(iris).Bic, 6);
    }

    [SharedFact]
    public void Fit_IrisFull_HasTheReferenceLikelihoodAndGroups()
    {
        FeatureMatrix iris = Flowers.Iris();

        FitResult<GaussianMixtureModel> fit = Fit(iris, CovarianceKind.Full);

        MixtureCriteria criteria = fit.Model!.Evaluate(iris);
        Assert.Equal(-180.185478, criteria.LogLikelihood, 6);
        Assert.Equal(448.370955, criteria.Aic, 6);
        Assert.Equal((44, 150), (criteria.Parameters, criteria.Rows));
        Assert.Equal(criteria.LogLikelihood, fit.Report.LogLikelihood!.Value, 9);
        int[] groups = [.. fit.Model.AssignAll(iris).Select(assignment => assignment.Group)];
        Assert.Equal([45, 50, 55], Flowers.Sizes(groups));
        Assert.Equal(0.903874, ClusteringQuality.AdjustedRandIndex(groups, Points.SharedClasses("iris.csv")), 6);
    }

    private static FitResult<GaussianMixtureModel> Fit(FeatureMatrix data, CovarianceKind kind) =>
        new GaussianMixtureEstimator(new GaussianMixtureOptions { Groups = 3, Covariance = kind, Scaling = Flowers.AsMeasured }).Fit(data);
}
