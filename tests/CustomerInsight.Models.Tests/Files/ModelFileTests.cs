using System.Text;

namespace CustomerInsight.Models.Tests;

public sealed class ModelFileTests
{
    private static readonly BgNbdModel Buying = new(.2426, 4.4136, .1 + .2, 2.4259, TimeUnit.Week);
    private static readonly GammaGammaModel Spending = new(6.25, 3.74, 1 / 3.0);

    [Fact]
    public void Load_WhatWasSaved_IsEqual()
    {
        var lifetime = new LifetimeValueModel(Buying, Spending, "GBP", Duration.Months(1 / 3.0), DiscountRate.Annual(0.1));
        var rfm = new RfmModel([1.5, 2], [1, 1], [0.1, 1e9], "XXX", RfmSegmentRules.Default);

        Assert.Equal(Buying, BgNbdModel.Load(Saved(Buying.Save)));
        Assert.Equal(Spending, GammaGammaModel.Load(Saved(Spending.Save)));
        Assert.Equal(lifetime, LifetimeValueModel.Load(Saved(lifetime.Save)));
        Assert.Equal(rfm, RfmModel.Load(Saved(rfm.Save)));
        Assert.Equal(rfm.GetHashCode(), RfmModel.Load(Saved(rfm.Save)).GetHashCode());
    }

    [Fact]
    public void Save_Model_NamesKindVersionAndUnit()
    {
        string text = Encoding.UTF8.GetString(Saved(Buying.Save).ToArray());

        Assert.Contains("\"kind\": \"customer-insight/bg-nbd\"", text, StringComparison.Ordinal);
        Assert.Contains("\"version\": 2", text, StringComparison.Ordinal);
        Assert.Contains("\"timeUnit\": \"Week\"", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"kind\":\"customer-insight/bg-nbd\",\"version\":3,\"model\":{\"new\":1}}", ModelFileException.NewerVersion, "Update CustomerInsight.Models")]
    [InlineData("{\"kind\":\"customer-insight/rfm\",\"version\":1,\"model\":{}}", ModelFileException.OtherKind, "Load it with the type that saved it")]
    [InlineData("{}", ModelFileException.OtherKind, "Load it with the type that saved it")]
    [InlineData("[1]", ModelFileException.OtherKind, "Load it with the type that saved it")]
    [InlineData("{\"kind\":\"customer-insight/bg-nbd\",\"model\":{}}", ModelFileException.Unreadable, "Save the model again")]
    [InlineData("{\"kind\":\"customer-insight/bg-nbd\",\"version\":1}", ModelFileException.Unreadable, "copied in full")]
    [InlineData("{\"kind\":\"customer-insight/bg-nbd\",\"version\":1,\"model\":null}", ModelFileException.Unreadable, "has no model in it")]
    [InlineData("{\"kind\":\"customer-insight/bg-nbd\",\"version\":1,\"model\":{\"r\":1}}", ModelFileException.Unreadable, "copied in full")]
    [InlineData("{\"kind\":\"custom", ModelFileException.Unreadable, "copied in full")]
    [InlineData("", ModelFileException.Unreadable, "copied in full")]
    [InlineData("{\"kind\":\"customer-insight/bg-nbd\",\"version\":1,\"model\":{\"r\":-1,\"alpha\":1,\"a\":1,\"b\":1,\"timeUnit\":\"Day\"}}", ModelFileException.ImpossibleValues, "changed by hand")]
    [InlineData("{\"kind\":\"customer-insight/bg-nbd\",\"version\":1,\"model\":{\"r\":1,\"alpha\":1,\"a\":1,\"b\":1,\"timeUnit\":\"Moon\"}}", ModelFileException.ImpossibleValues, "changed by hand")]
    public void Load_OtherFile_SaysWhyAndWhatToDo(string text, string code, string remedy)
    {
        ModelFileException error = Assert.Throws<ModelFileException>(() => BgNbdModel.Load(new MemoryStream(Encoding.UTF8.GetBytes(text))));

        Assert.Equal(code, error.Code);
        Assert.StartsWith(code, error.Message, StringComparison.Ordinal);
        Assert.Contains(remedy, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"recencyDays\":[1],\"orders\":[1],\"revenue\":[1],\"currency\":\"EUR\",\"segments\":null}")]
    [InlineData("{\"recencyDays\":[1],\"orders\":[1],\"revenue\":[1],\"currency\":\"EUR\",\"segments\":[null]}")]
    [InlineData("{\"recencyDays\":null,\"orders\":[1],\"revenue\":[1],\"currency\":\"EUR\",\"segments\":[]}")]
    [InlineData("{\"recencyDays\":[1],\"orders\":[1],\"revenue\":[1],\"currency\":\"EUR\",\"segments\":[{\"name\":\"a\",\"recency\":[1],\"frequency\":[null,null],\"monetary\":[null,null],\"frequencyAndMonetary\":null}]}")]
    public void Load_NullsInside_AreImpossibleValues(string model)
    {
        string text = $"{{\"kind\":\"customer-insight/rfm\",\"version\":1,\"model\":{model}}}";

        Assert.Equal(ModelFileException.ImpossibleValues, Assert.Throws<ModelFileException>(() => RfmModel.Load(new MemoryStream(Encoding.UTF8.GetBytes(text)))).Code);
    }

    [Fact]
    public void Load_LifetimeValueWithoutItsParts_IsRefused()
    {
        const string Text = "{\"kind\":\"customer-insight/lifetime-value\",\"version\":1,\"model\":{\"purchases\":null,\"spend\":null,\"currency\":\"EUR\",\"horizonDays\":1,\"annualDiscountRate\":0,\"stepDays\":1}}";

        Assert.Equal(ModelFileException.ImpossibleValues, Assert.Throws<ModelFileException>(() => LifetimeValueModel.Load(new MemoryStream(Encoding.UTF8.GetBytes(Text)))).Code);
    }

    [Fact]
    public void Load_LifetimeValueOfEachPurchaseModel_IsEqual() => Assert.All(
        new IPurchaseModel[]
        {
            Buying, new BgNbdModel(1, 2, 3, 4, TimeUnit.Day, BgNbdVariant.Modified, 3), new ParetoNbdModel(.553, 10.578, .606, 1 / 3.0, TimeUnit.Week), new NbdModel(.385, 12.072, TimeUnit.Month),
        },
        purchases =>
        {
            var model = new LifetimeValueModel(purchases, Spending, "EUR", Duration.Forever, DiscountRate.Continuous(TimeUnit.Week, 0.0027));

            Assert.Equal(model, LifetimeValueModel.Load(Saved(model.Save)));
        });

    /// <summary>As version 1 wrote it, when horizons were in days and discounts by steps.</summary>
    [Fact]
    public void Load_LifetimeValueOfVersion1_IsTheSameModel()
    {
        const string Text = "{\"kind\":\"customer-insight/lifetime-value\",\"version\":1,\"model\":{\"purchases\":{\"r\":0.2426,\"alpha\":4.4136,\"a\":0.7929,\"b\":2.4259,\"timeUnit\":\"Week\"},"
            + "\"spend\":{\"p\":6.25,\"q\":3.74,\"gamma\":15.44},\"currency\":\"EUR\",\"horizonDays\":365,\"annualDiscountRate\":0.1,\"stepDays\":30}}";

        Assert.Equal(
            new LifetimeValueModel(new BgNbdModel(.2426, 4.4136, .7929, 2.4259, TimeUnit.Week), new GammaGammaModel(6.25, 3.74, 15.44), "EUR", Duration.Days(365), DiscountRate.Annual(0.1)),
            LifetimeValueModel.Load(new MemoryStream(Encoding.UTF8.GetBytes(Text))));
    }

    [Theory]
    [InlineData("\"purchases\":null,\"horizon\":1,\"horizonUnit\":\"Day\",\"continuousRatePerYear\":0")]
    [InlineData("\"nbd\":{\"r\":1,\"alpha\":1,\"timeUnit\":\"Day\"},\"horizonUnit\":\"Day\",\"continuousRatePerYear\":0")]
    [InlineData("\"nbd\":{\"r\":1,\"alpha\":1,\"timeUnit\":\"Day\"},\"horizon\":1,\"continuousRatePerYear\":0")]
    [InlineData("\"nbd\":{\"r\":1,\"alpha\":1,\"timeUnit\":\"Day\"},\"horizon\":1,\"horizonUnit\":\"Moon\",\"continuousRatePerYear\":0")]
    [InlineData("\"nbd\":{\"r\":1,\"alpha\":1,\"timeUnit\":\"Day\"},\"horizon\":1,\"horizonUnit\":\"Day\"")]
    public void Load_LifetimeValueOfHalf_IsRefused(string half)
    {
        string text = $"{{\"kind\":\"customer-insight/lifetime-value\",\"version\":2,\"model\":{{{half},\"spend\":{{\"p\":6.25,\"q\":3.74,\"gamma\":15.44}},\"currency\":\"EUR\"}}}}";

        Assert.Equal(ModelFileException.ImpossibleValues, Assert.Throws<ModelFileException>(() => LifetimeValueModel.Load(new MemoryStream(Encoding.UTF8.GetBytes(text)))).Code);
    }

    private static MemoryStream Saved(Action<Stream> save)
    {
        var stream = new MemoryStream();
        save(stream);
        stream.Position = 0;
        return stream;
    }
}
