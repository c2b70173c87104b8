using System.Collections.Frozen;

namespace CustomerInsight.Sources;

/// <summary>The names of columns that are known as a whole, best first, without separators and in lower case.</summary>
internal static class KnownColumns
{
    public static readonly string[] RecordKey = Names("recordid id key recordkey customerid customerno customernumber customerkey contactid clientid memberid memberno userid personid accountid partyid custid rowid uuid guid 编号 客户编号 客户id 会员编号 会员id 用户编号 用户id");

    public static readonly string[] ObservedAt = Names("updatedat modifiedon modifiedat lastmodified lastmodifiedat lastmodifieddate lastmodifiedon modified modifieddate updated updatedon updatetime updatedate updateddate lastupdate lastupdated lastupdatedat changedat changedon observedat 更新时间 修改时间 最后更新时间 更新日期");

    public static readonly string[] ActivityKey = Names("activityid transactionid transid txid eventid lineid orderlineid rowid recordid id 流水号 交易编号 交易流水号");

    public static readonly string[] Customer = Names("customerid customerno customernumber customerkey custid customer clientid memberid memberno userid buyerid contactid personid accountid visitorid 客户编号 客户id 会员编号 会员id 用户编号 用户id");

    public static readonly string[] Time = Names("date datetime orderdate invoicedate purchasedate transactiondate saledate activitydate eventdate timestamp eventtime time occurredat purchasedat orderedat paidat createdat createdon ordertime transactiontime 日期 时间 下单时间 订单日期 交易时间 交易日期 支付时间 创建时间");

    public static readonly string[] Amount = Names("amount totalamount netamount grossamount orderamount revenue total ordertotal linetotal totalprice ordervalue dollarvalue value sales salesamount spend spent paid paidamount payment 金额 实付金额 订单金额 交易金额 总金额");

    public static readonly string[] Quantity = Names("quantity qty units count 数量");

    public static readonly string[] UnitPrice = Names("unitprice priceperunit itemprice price 单价 价格");

    public static readonly string[] Currency = Names("currency currencycode 币种 货币");

    public static readonly string[] Order = Names("orderid orderno ordernumber order invoiceno invoiceid invoicenumber invoice basketid receiptno receiptid 订单号 订单编号 发票号");

    public static readonly string[] Item = Names("stockcode sku productid productcode productno itemid itemcode itemno product item productname itemname 商品编号 商品编码 商品 商品名称 产品 产品编号");

    public static readonly string[] Category = Names("category productcategory itemcategory categoryname department 类别 品类 商品类别 商品分类 分类");

    public static readonly string[] Channel = Names("channel saleschannel platform 渠道 平台");

    public static readonly string[] Type = Names("activitytype eventtype eventname event type 类型 事件 事件类型");

    /// <summary>A price is the whole amount where there is no quantity.</summary>
    public static readonly string[] PriceAsAmount = Names("price 价格");

    /// <summary>The types of identifiers by the name of the column. What is unique only inside an app is given the source as its scope, because the app is not known.</summary>
    public static FrozenDictionary<string, ColumnTarget> Identifiers { get; } = new (string Names, string Type, bool InSource)[]
    {
        ("unionid wechatunionid wxunionid 微信unionid", "wechat.unionid", false),
        ("openid wechatopenid wxopenid 微信openid", "wechat.openid", true),
        ("externaluserid wecomexternaluserid qyexternaluserid", "wecom.external_userid", true),
        ("alipayuserid alipayid", "alipay.user_id", false),
        ("alipayopenid", "alipay.open_id", true),
        ("loyaltycard loyaltycardno loyaltycardnumber loyaltyid 会员卡号", "loyalty-card", false),
    }.SelectMany(static known => known.Names.Split(' ').Select(name => KeyValuePair.Create(name, new ColumnTarget(ColumnRole.Identifier)
    {
        IdentifierType = known.Type,
        IdentifierScope = known.InSource ? null : string.Empty,
    }))).ToFrozenDictionary(StringComparer.Ordinal);

    private static string[] Names(string names) => names.Split(' ');
}
