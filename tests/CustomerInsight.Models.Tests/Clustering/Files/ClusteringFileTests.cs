using System.Text;

namespace CustomerInsight.Models.Tests;

public sealed class ClusteringFileTests
{
    private static readonly FeatureMatrix Data = FeatureMatrix.Create(Heaps.Columns, [.. Heaps.Values.ToArray().Select((value, i) => i == 7 ? double.NaN : value)]);

    private static FeatureMatrix Heaps => Flowers.Heaps(120, 3, 3, 1, 0.4);

    [Theory]
    [InlineData(CovarianceKind.Full)]
    [InlineData(CovarianceKind.Tied)]
    [InlineData(CovarianceKind.Diagonal)]
    [InlineData(CovarianceKind.Spherical)]
    public void Load_MixtureThatWasSaved_IsEqual(CovarianceKind kind)
    {
        GaussianMixtureModel model = new GaussianMixtureEstimator(new GaussianMixtureOptions { Groups = 3, Covariance = kind }).Fit(Data).Model!;

        IsSame(model, GaussianMixtureModel.Load(Saved(model.Save)));
    }

    [Fact]
    public void Load_TreeAndDensityThatWereSaved_AreEqual()
    {
        HierarchicalModel tree = new HierarchicalEstimator(new HierarchicalOptions { Groups = 3 }).Fit(Data).Model!;
        DbscanModel dbscan = new DbscanEstimator().Fit(Data).Model!;
        HdbscanModel hdbscan = new HdbscanEstimator().Fit(Data).Model!;

        IsSame(tree, HierarchicalModel.Load(Saved(tree.Save)));
        IsSame(dbscan, DbscanModel.Load(Saved(dbscan.Save)));
        IsSame(hdbscan, HdbscanModel.Load(Saved(hdbscan.Save)));
        Assert.Equal(hdbscan.RowAssignments, HdbscanModel.Load(Saved(hdbscan.Save)).RowAssignments);
    }

    [Fact]
    public void Load_DamagedFiles_SaysSo()
    {
        GaussianMixtureModel mixture = new GaussianMixtureEstimator(new GaussianMixtureOptions { Groups = 3 }).Fit(Data).Model!;
        HierarchicalModel tree = new HierarchicalEstimator(new HierarchicalOptions { Groups = 3 }).Fit(Data).Model!;
        DbscanModel dbscan = new DbscanEstimator().Fit(Data).Model!;
        HdbscanModel hdbscan = new HdbscanEstimator().Fit(Data).Model!;

        IsDamaged(() => GaussianMixtureModel.Load(Changed(mixture.Save, "\"weights\": [", "\"weights\": [0.5, ")));
        IsDamaged(() => GaussianMixtureModel.Load(Changed(mixture.Save, "\"covariance\": \"Full\"", "\"covariance\": \"Round\"")));
        IsDamaged(() => HierarchicalModel.Load(Changed(tree.Save, "\"heights\": [", "\"heights\": [1e9, ")));
        IsDamaged(() => HierarchicalModel.Load(Changed(tree.Save, "\"rowGroups\": [", "\"rowGroups\": [77, ")));
        IsDamaged(() => DbscanModel.Load(Changed(dbscan.Save, "\"radius\": 0.5", "\"radius\": -1")));
        IsDamaged(() => DbscanModel.Load(Changed(dbscan.Save, "\"groups\": [", "\"groups\": [99, ")));
        IsDamaged(() => HdbscanModel.Load(Changed(hdbscan.Save, "\"parent\": -1", "\"parent\": 5")));
        IsDamaged(() => HdbscanModel.Load(Changed(hdbscan.Save, "\"places\": [", "\"places\": [0, ")));
        Assert.Equal(ModelFileException.OtherKind, Assert.Throws<ModelFileException>(() => DbscanModel.Load(Saved(hdbscan.Save))).Code);
    }

    private static void IsDamaged(Action load) => Assert.Equal(ModelFileException.ImpossibleValues, Assert.Throws<ModelFileException>(load).Code);

    private static void IsSame<T>(T saved, T loaded)
        where T : class, IClusteringModel
    {
        Assert.Equal(saved, loaded);
        Assert.Equal(saved.GetHashCode(), loaded.GetHashCode());
        Assert.Equal(saved.ToString(), loaded.ToString());
        Assert.Equal(saved.AssignAll(Data), loaded.AssignAll(Data));
    }

    private static MemoryStream Changed(Action<Stream> save, string from, string to)
    {
        string text = Encoding.UTF8.GetString(Saved(save).ToArray());
        Assert.Contains(from, text, StringComparison.Ordinal);
        return new MemoryStream(Encoding.UTF8.GetBytes(text.Replace(from, to, StringComparison.Ordinal)));
    }

    private static MemoryStream Saved(Action<Stream> save)
    {
        var stream = new MemoryStream();
        save(stream);
        stream.Position = 0;
        return stream;
    }
}
