using System.Text;

namespace CustomerInsight.Models.Tests;

/// <summary>Whatever happened to a file, it is read as what was saved or refused with <see cref="ModelFileException"/>.</summary>
public sealed class DamagedFileTests
{
    private static readonly BgNbdModel Buying = new(.2426, 4.4136, .7929, 2.4259, TimeUnit.Week);
    private static readonly ParetoNbdModel Leaving = new(.553, 10.578, .606, 11.669, TimeUnit.Week);
    private static readonly GammaGammaModel Spending = new(6.25, 3.74, 15.44);
    private static readonly BgNbdCovariateModel BgNbdCovariates = new(Buying, [new BgNbdCovariate("age", 40.5, .25, -.5, .125)]);
    private static readonly ParetoNbdCovariateModel ParetoCovariates = new(Leaving, [new ParetoNbdCovariate("age", 40.5, .25, -.5)]);

    private static readonly FeatureMatrix Rows = Flowers.Heaps(120, 3, 3, 1, 0.4);

    private static readonly (Action<Stream> Save, Func<Stream, object> Load)[] Kinds =
    [
        (Buying.Save, BgNbdModel.Load),
        (Leaving.Save, ParetoNbdModel.Load),
        (new NbdModel(.385, 12.072, TimeUnit.Month).Save, NbdModel.Load),
        (Spending.Save, GammaGammaModel.Load),
        (new BgBbModel(1.204, .75, .657, 2.783, Duration.Years(1)).Save, BgBbModel.Load),
        (ContractModel.ShiftedBetaGeometric(.704, 1.182, Duration.Years(1)).Save, ContractModel.Load),
        (BgNbdCovariates.Save, BgNbdCovariateModel.Load),
        (ParetoCovariates.Save, ParetoNbdCovariateModel.Load),
        (new LifetimeValueModel(Leaving, Spending, "EUR", Duration.Forever, DiscountRate.Annual(0.1)).Save, LifetimeValueModel.Load),
        (new LifetimeValueModel(Buying, Spending, "EUR", Duration.Days(90), DiscountRate.None).Save, LifetimeValueModel.Load),
        (new AliveChurnModel(Leaving, Duration.Days(90)).Save, AliveChurnModel.Load),
        (new ChurnEstimator(new ChurnOptions { Classifier = ChurnClassifier.Logistic, Folds = 2 }).Fit(DrawnPanel.Of(600, 9)).Model!.Save, ChurnModel.Load),
        (new RfmModel([1.5, 2], [1, 1], [0.1, 1e9], "EUR", RfmSegmentRules.Default).Save, RfmModel.Load),
        (new RfmSegmentRules(RfmSegmentRules.Default).Save, RfmSegmentRules.Load),
        (LifecycleMachine.Default.Save, LifecycleMachine.Load),
        (new KMeansEstimator(new KMeansOptions { Groups = 2 }).Fit(Rows).Model!.Save, KMeansModel.Load),
        (new KMedoidsEstimator(new KMedoidsOptions { Groups = 2 }).Fit(Rows).Model!.Save, KMedoidsModel.Load),
        (new GaussianMixtureEstimator(new GaussianMixtureOptions { Groups = 2 }).Fit(Rows).Model!.Save, GaussianMixtureModel.Load),
        (new HierarchicalEstimator(new HierarchicalOptions { Groups = 2 }).Fit(Rows).Model!.Save, HierarchicalModel.Load),
        (new DbscanEstimator(new DbscanOptions()).Fit(Rows).Model!.Save, DbscanModel.Load),
        (new HdbscanEstimator(new HdbscanOptions()).Fit(Rows).Model!.Save, HdbscanModel.Load),
        (new CoxEstimator(new CoxOptions { RobustErrors = true }).Fit(DrawnLives.Draw(40, 2, 1, 6)).Model!.Save, CoxModel.Load),
        (new BoostingEstimator(new BoostingOptions { Rounds = 3 }).Fit(BoostingSample.Rows(200, 1)).Model!.Save, BoostingModel.Load),
    ];

    [Fact]
    public void Load_BytesChanged_IsReadOrRefused() => Assert.All(Kinds, kind =>
    {
        byte[] whole = Saved(kind.Save);
        var random = new SeededRandom((ulong)whole.Length);
        for (int trial = 0; trial < 400; trial++)
        {
            byte[] noisy = [.. whole];
            for (int changes = 1 + random.Next(3); changes > 0; changes--)
            {
                noisy[random.Next(noisy.Length)] = (byte)random.Next(256);
            }

            int length = trial % 10 == 0 ? random.Next(noisy.Length) : noisy.Length;
            try
            {
                Assert.NotNull(kind.Load(new MemoryStream(noisy, 0, length)));
            }
            catch (ModelFileException)
            {
                // As it should be.
            }
        }
    });

    [Fact]
    public void Load_TextThatIsNone_IsUnreadable()
    {
        byte[] invalid = Encoding.UTF8.GetBytes("{\"kind\":\"customer-insight/bg-nbd\",\"version\":2,\"model\":{\"r\":1,\"alpha\":1,\"a\":1,\"b\":1,\"timeUnit\":\"D?y\"}}");
        invalid[Array.IndexOf(invalid, (byte)'?')] = 0xFF;

        Assert.Equal(ModelFileException.Unreadable, Refused(BgNbdModel.Load, "{\"kind\":\"\\ud800\"}"u8.ToArray()));
        Assert.Equal(ModelFileException.Unreadable, Refused(BgNbdModel.Load, invalid));
    }

    /// <summary>What a stream does is not what is in the file.</summary>
    [Fact]
    public void Load_StreamThatFails_SaysItself() => Assert.Throws<InvalidOperationException>(() => BgNbdModel.Load(new NoReading()));

    [Theory]
    [InlineData("mean")]
    [InlineData("rate")]
    [InlineData("a")]
    [InlineData("b")]
    [InlineData("dropOut")]
    [InlineData("column")]
    public void Load_CovariateWithoutANumber_IsRefused(string name)
    {
        foreach ((Action<Stream> save, Func<Stream, object> load) in new (Action<Stream>, Func<Stream, object>)[] { (BgNbdCovariates.Save, BgNbdCovariateModel.Load), (ParetoCovariates.Save, ParetoNbdCovariateModel.Load) })
        {
            string text = Encoding.UTF8.GetString(Saved(save));
            int covariates = text.IndexOf("\"covariates\"", StringComparison.Ordinal);
            int at = text.IndexOf($"\"{name}\":", covariates, StringComparison.Ordinal);
            if (at >= 0)
            {
                Assert.Equal(ModelFileException.Unreadable, Refused(load, Encoding.UTF8.GetBytes(text.Remove(at + 1, 1).Insert(at + 1, "_"))));
            }
        }

        Assert.Equal(BgNbdCovariates, BgNbdCovariateModel.Load(new MemoryStream(Saved(BgNbdCovariates.Save))));
        Assert.Equal(ParetoCovariates, ParetoNbdCovariateModel.Load(new MemoryStream(Saved(ParetoCovariates.Save))));
    }

    [Theory]
    [InlineData("\"horizonUnit\":\"Day\"")]
    [InlineData("\"horizon\":null,\"horizonUnit\":\"Day\"")]
    [InlineData("\"forEver\":false,\"horizonUnit\":\"Day\"")]
    [InlineData("\"forEver\":true,\"horizon\":3,\"horizonUnit\":\"Day\"")]
    [InlineData("\"forEver\":false,\"horizon\":1e400,\"horizonUnit\":\"Day\"")]
    [InlineData("\"forEver\":true,\"horizonUnit\":\"Day, Week\"")]
    [InlineData("\"forEver\":true,\"horizonUnit\":\"1\"")]
    public void Load_LifetimeValueOfNoClearHorizon_IsRefused(string horizon)
    {
        static byte[] File(string horizon) => Encoding.UTF8.GetBytes(
            $"{{\"kind\":\"customer-insight/lifetime-value\",\"version\":2,\"model\":{{\"nbd\":{{\"r\":1,\"alpha\":1,\"timeUnit\":\"Day\"}},{horizon},\"continuousRatePerYear\":0.1,\"spend\":{{\"p\":6.25,\"q\":3.74,\"gamma\":15.44}},\"currency\":\"EUR\"}}}}");

        Assert.Equal(ModelFileException.ImpossibleValues, Refused(LifetimeValueModel.Load, File(horizon)));
        Assert.True(LifetimeValueModel.Load(new MemoryStream(File("\"forEver\":true,\"horizonUnit\":\"Day\""))).Horizon.IsForever);
        Assert.Equal(Duration.Weeks(3), LifetimeValueModel.Load(new MemoryStream(File("\"forEver\":false,\"horizon\":3,\"horizonUnit\":\"Week\""))).Horizon);
    }

    [Theory]
    [InlineData("\"Day, Week\"")]
    [InlineData("\"1\"")]
    [InlineData("\" Day\"")]
    [InlineData("\"day\"")]
    [InlineData("null")]
    public void Load_UnitThatIsNoName_IsRefused(string unit) => Assert.Equal(
        ModelFileException.ImpossibleValues,
        Refused(NbdModel.Load, Encoding.UTF8.GetBytes($"{{\"kind\":\"customer-insight/nbd\",\"version\":1,\"model\":{{\"r\":1,\"alpha\":1,\"timeUnit\":{unit}}}}}")));

    private static string Refused(Func<Stream, object> load, byte[] file) => Assert.Throws<ModelFileException>(() => load(new MemoryStream(file))).Code;

    private static byte[] Saved(Action<Stream> save)
    {
        using var stream = new MemoryStream();
        save(stream);
        return stream.ToArray();
    }

    private sealed class NoReading : MemoryStream
    {
        public override int Read(byte[] buffer, int offset, int count) => throw new InvalidOperationException("Not now.");

        public override int Read(Span<byte> buffer) => throw new InvalidOperationException("Not now.");
    }
}
