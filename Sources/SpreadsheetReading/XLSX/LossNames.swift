/// What a person knows the things by that are not kept.
enum LossNames {
    /// By the kind of the relationship through which a part is found.
    static let relationships = [
        "pivotTable": "数据透视表", "pivotCacheDefinition": "数据透视表的数据", "vbaProject": "宏（VBA 程序）",
        "threadedComment": "批注的答复（会话式批注）", "slicer": "切片器", "slicerCache": "切片器", "timeline": "日程表",
        "timelineCache": "日程表", "queryTable": "外部数据查询", "connections": "外部数据连接", "ctrlProp": "窗体控件",
        "control": "窗体控件", "oleObject": "嵌入的对象", "package": "嵌入的对象", "xlMacrosheet": "宏表",
        "dialogsheet": "对话框表", "rdRichValue": "单元格里的图片或关联的数据", "revisionHeaders": "共享工作簿的修订记录",
        "activeXControlBinary": "窗体控件",
    ]

    /// By the id of an extension in a sheet.
    static let extensions = [
        "{05C60535-1F16-4FD2-B633-F4F36F0B64E0}": "迷你图",
        "{78C0D931-6437-407D-A8EE-F0AAD7539E65}": "条件格式里的新样式（数据条、图标集的细节）",
        "{A8765BA9-456A-4DAB-B4F3-ACF838C121DE}": "切片器", "{3A4CF648-6AED-40F4-86FF-DC5316D8AED3}": "切片器",
        "{7E03D99C-DC04-49D9-9315-930204A7B6E9}": "日程表",
    ]
}
