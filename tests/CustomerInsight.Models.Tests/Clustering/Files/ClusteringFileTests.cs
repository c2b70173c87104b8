using System.Text;
using System.Text.Json.Nodes;

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
        Assert.Equal(ModelFileException.Unreadable, Assert.Throws<ModelFileException>(() => HdbscanModel.Load(Changed(hdbscan.Save, "\"stability\"", "\"steadiness\""))).Code);
        IsDamaged(() => HdbscanModel.Load(Changed(hdbscan.Save, "\"parent\": -1", "\"parent\": 5")));
        IsDamaged(() => HdbscanModel.Load(Changed(hdbscan.Save, "\"places\": [", "\"places\": [0, ")));
        Assert.Equal(ModelFileException.OtherKind, Assert.Throws<ModelFileException>(() => DbscanModel.Load(Saved(hdbscan.Save))).Code);
    }

    /// <summary>Whatever is null in a file, it is said to be damaged.</summary>
    [Fact]
    public void Load_NullAnywhere_SaysSo()
    {
        KMeansModel means = new KMeansEstimator(new KMeansOptions { Groups = 3 }).Fit(Data).Model!;
        KMedoidsModel medoids = new KMedoidsEstimator(new KMedoidsOptions { Groups = 3 }).Fit(Data).Model!;
        GaussianMixtureModel mixture = new GaussianMixtureEstimator(new GaussianMixtureOptions { Groups = 3 }).Fit(Data).Model!;
        HierarchicalModel tree = new HierarchicalEstimator(new HierarchicalOptions { Groups = 3 }).Fit(Data).Model!;
        DbscanModel dbscan = new DbscanEstimator().Fit(Data).Model!;
        HdbscanModel hdbscan = new HdbscanEstimator().Fit(Data).Model!;

        IsDamagedByNull(means.Save, KMeansModel.Load);
        IsDamagedByNull(medoids.Save, KMedoidsModel.Load);
        IsDamagedByNull(mixture.Save, GaussianMixtureModel.Load);
        IsDamagedByNull(tree.Save, HierarchicalModel.Load);
        IsDamagedByNull(dbscan.Save, DbscanModel.Load);
        IsDamagedByNull(hdbscan.Save, HdbscanModel.Load);
    }

    private static void IsDamagedByNull<T>(Action<Stream> save, Func<Stream, T> load)
    {
        int places = Places(JsonNode.Parse(Saved(save))!["model"]!).Count();
        for (int place = 0; place < places; place++)
        {
            JsonNode file = JsonNode.Parse(Saved(save))!;
            JsonNode at = Places(file["model"]!).ElementAt(place);
            string path = at.GetPath();
            if (at.Parent is JsonArray array)
            {
                array[at.GetElementIndex()] = null;
            }
            else
            {
                at.Parent!.AsObject()[at.GetPropertyName()] = null;
            }

            Exception? thrown = Record.Exception(() => load(new MemoryStream(Encoding.UTF8.GetBytes(file.ToJsonString()))));
            Assert.True(thrown is ModelFileException, $"{typeof(T).Name} with null at {path}: {thrown?.GetType().Name ?? "nothing"}");
        }
    }

    /// <summary>All that is in a node: of an array the first and the last, which stand for the others.</summary>
    private static IEnumerable<JsonNode> Places(JsonNode node)
    {
        JsonNode[] within = node switch
        {
            JsonObject named => [.. named.Select(static property => property.Value!)],
            JsonArray { Count: > 0 } array => [array[0]!, array[^1]!],
            _ => [],
        };
        return within.Concat(within.SelectMany(Places));
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
