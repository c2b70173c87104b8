using System.Globalization;

namespace CustomerInsight.Models.Tests;

/// <summary>Law L17: no text or number depends on the culture.</summary>
public sealed class CultureTests
{
    [Theory]
    [InlineData("de-DE")]
    [InlineData("fa-IR")]
    [InlineData("tr-TR")]
    public async Task Everything_OtherCulture_ReadsTheSame(string culture)
    {
        IReadOnlyList<string> expected = await Texts(CultureInfo.InvariantCulture);

        Assert.Equal(expected, await Texts(CultureInfo.GetCultureInfo(culture)));
    }

    private static async Task<IReadOnlyList<string>> Texts(CultureInfo culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = culture;
        try
        {
            var context = new InsightContext(new InsightOptions { AsOf = Shop.AsOf })
            {
                Customers = [.. Shop.DrawnHistories(100, 4), Shop.History("x", Shop.Bought("x", 3, -1234.5m))],
            };
            foreach (IInsightStage stage in new IInsightStage[] { new PurchaseStage(), new RfmStage(), new LifetimeValueStage() })
            {
                await stage.RunAsync(context, default);
            }

            RfmResult rfm = context.Find<RfmResult>()!;
            LifetimeValueResult value = context.Find<LifetimeValueResult>()!;
            using var file = new MemoryStream();
            rfm.Fit.Model!.Save(file);
            return
            [
                .. rfm.Customers.Select(score => score.Explain()),
                .. value.Customers.Select(customer => customer.Explain()),
                .. context.Lines.Select(line => line.Text),
                value.Fit!.Describe(),
                rfm.Fit.Report.Describe(),
                value.Model!.ToString()!,
                Convert.ToHexString(file.ToArray()),
                Assert.Throws<ArgumentException>(() => new RfmEstimator(new RfmOptions { MinimumCustomers = 2_000_000 })).Message,
            ];
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
